// Where kernels find what a course has, which is at SI: R12 is at a row of its order, R13 at
// the steps to the row after that.

// ROW sets P to the row at an offset of the order at R12, for the course at SI.
#define ROW(at, P) \
	MOVLQSX at(R12), P           \
	IMULQ   course_bytes(SI), P  \
	ADDQ    course_rows(SI), P

// FACTS sets P to those of the row at an offset of the order.
#define FACTS(at, P) \
	MOVLQSX at(R12), P           \
	SHLQ    $5, P                \
	ADDQ    course_facts(SI), P

// WEIGHTS sets R8 to those of the step at an offset of R13, in the average whose slice is at R10.
#define WEIGHTS(at) \
	MOVQ course_weights(SI), R8   \
	MOVQ (R8)(R10*1), R8          \
	ADDQ R13, R8                  \
	SUBQ course_eta(SI), R8       \
	ADDQ $at, R8

// AT points R12 and R13 at row and steps of a number of steps.
#define AT(i) \
	MOVQ i, AX                    \
	MOVQ course_order(SI), R12    \
	LEAQ (R12)(AX*4), R12         \
	MOVQ course_eta(SI), R13      \
	SHLQ $6, AX                   \
	ADDQ AX, R13
