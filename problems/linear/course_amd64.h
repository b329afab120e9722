// Where kernels find what a course has, which is at SI: R12 is at a row of its order, R13 at
// the steps to the row after that.

// ROW sets P to the row at an offset of the order at R12, for the course at SI.
#define ROW(at, P) \
	MOVLQSX at(R12), P          \
	IMULQ   course_bytes(SI), P \
	ADDQ    course_rows(SI), P

// FACTS sets P to those of the row at an offset of the order.
#define FACTS(at, P) \
	MOVLQSX at(R12), P          \
	IMULQ   $rowFacts__size, P  \
	ADDQ    course_facts(SI), P

// WEIGHTS sets R8 to those of the step at an offset of R13, in the average whose slices are
// at R10.
#define WEIGHTS(at) \
	MOVQ course_weights(SI), R8 \
	MOVQ (R8)(R10*1), R8        \
	ADDQ R13, R8                \
	SUBQ course_eta(SI), R8     \
	ADDQ $at, R8

// AT points R12 at order[i], the row before step i, and R13 at eta[i].
#define AT(i) \
	MOVQ i, AX                 \
	MOVQ course_order(SI), R12 \
	LEAQ (R12)(AX*4), R12      \
	MOVQ course_eta(SI), R13   \
	SHLQ $6, AX                \
	ADDQ AX, R13

// AVERAGES does OP for each average, which is at DX and its slices at R10.
#define AVERAGES(OP, next, all) \
	XORQ R10, R10                \
	MOVQ course_averages(SI), DX \
next:                         \
	CMPQ R10, course_count(SI)   \
	JEQ  all                     \
	OP                           \
	ADDQ $laneAverage__size, DX  \
	ADDQ $const_sliceBytes, R10  \
	JMP  next                    \
all:

// FOLLOWED points at what FOLLOW8 and FOLLOW1 want: sums, iterates and the row at an offset.
#define FOLLOWED(at) \
	MOVQ course_behind(SI), AX \
	MOVQ (AX)(R10*1), R11      \
	MOVQ course_theta(SI), R8  \
	ROW(at, R9)                \
	MOVQ course_d(SI), CX

// ROWS points at what STEP8 and STEP1 want.
#define ROWS(from, to, ahead) \
	MOVQ course_theta(SI), R8 \
	ROW(from, R9)             \
	ROW(to, R10)              \
	ROW(ahead, R11)           \
	MOVQ course_d(SI), CX

// PARTS points at what SHARE8 and SHARE1 want of an average.
#define PARTS \
	LEAQ laneAverage_weight(DX), AX \
	LEAQ motion_alpha(DI), BX       \
	LEAQ motion_beta(DI), CX

// Eight lanes and one.

#define PLAN8 \
	PLANS                             \
	VMOVUPD moment_slope(BX), Y0      \
	PLAN(0, plan0)                    \
	VMOVUPD (moment_slope+32)(BX), Y0 \
	PLAN(32, plan32)

#define PLAN1 \
	PLANS                        \
	VMOVUPD moment_slope(BX), Y0 \
	PLAN(0, plan0)

#define NOTE8 \
	NOTES            \
	NOTE(0, note0)   \
	NOTE(32, note32)

#define NOTE1 \
	NOTES          \
	NOTE(0, note0)

#define WEIGH8 \
	WEIGH(0)  \
	WEIGH(32)

#define COUNT8 \
	COUNT(0)  \
	COUNT(32)

#define ALONG8(at) \
	PARTS                            \
	SHARE8(AX, BX, CX)               \
	FOLLOWED(at)                     \
	FOLLOW8(moving, still, followed)

#define ALONG1(at) \
	PARTS                                                \
	SHARE1(AX, BX, CX)                                   \
	FOLLOWED(at)                                         \
	FOLLOW1(followFour, followTail, followOne, followed)

#define MOVE8(from, to, ahead) \
	VMOVUPD motion_alpha(DI), Y12                                                                         \
	VMOVUPD (motion_alpha+32)(DI), Y13                                                                    \
	VMOVUPD motion_beta(DI), Y14                                                                          \
	VMOVUPD (motion_beta+32)(DI), Y15                                                                     \
	ROWS(from, to, ahead)                                                                                 \
	STEP8(four0, tail0, done0, four1, tail1, done1, slide, four2, tail2, done2, four3, tail3, done3, sum)
