#include "textflag.h"
#include "go_asm.h"
#include "kernels_amd64.h"
#include "motion_amd64.h"
#include "course_amd64.h"

// One step on dense rows from its losses and slopes to the margins of the next: what
// advance, count, follow and step do.

// TURN takes the step by NEXT, ENTER and COUNTS, and if all is finite by FOLLOWS and GO.
#define TURN(NEXT, ENTER, COUNTS, FOLLOWS, GO) \
	MOVQ c+0(FP), SI                           \
	MOVQ m+8(FP), DI                           \
	MOVQ b+16(FP), CX                          \
	MOVQ now+24(FP), BX                        \
	AT(i+32(FP))                               \
	FACTS(4, DX)                               \
	MOVQ R13, R11                              \
	NEXT                                       \
	ENTER                                      \
	DOUBT                                      \
	SETEQ finite+40(FP)                        \
	VBROADCASTSD rowFacts_loss(DX), Y15        \
	AVERAGES(COUNTS, countNext, counted)       \
	CMPB finite+40(FP), $0                     \
	JEQ  end                                   \
	AVERAGES(FOLLOWS, followNext, allFollowed) \
	GO                                         \
end:                                        \
	VZEROUPPER                                 \
	RET

#define COUNTS8 \
	WEIGHTS(0) \
	WEIGH8     \
	COUNT8

#define FOLLOWS8 \
	ALONG8(4)

#define GO8 \
	MOVE8(4, 8, 12)               \
	VMOVUPD Y0, motion_z(DI)      \
	VMOVUPD Y4, (motion_z+32)(DI)

// func turn8AVX2(c *course, m *motion, b *ledger, now *moment, i int) (finite bool)
TEXT ·turn8AVX2(SB), NOSPLIT, $288-41
	TURN(PLAN8, NOTE8, COUNTS8, FOLLOWS8, GO8)

#define COUNTS1 \
	WEIGHTS(0) \
	WEIGH(0)   \
	COUNT(0)

#define FOLLOWS1 \
	ALONG1(4)

#define GO1 \
	VBROADCASTSD motion_alpha(DI), Y14 \
	VBROADCASTSD motion_beta(DI), Y15  \
	ROWS(4, 8, 12)                     \
	STEP1(eight, tail, done)           \
	LEAQ motion_z(DI), DX              \
	FOLD

// func turn1AVX2(c *course, m *motion, b *ledger, now *moment, i int) (finite bool)
TEXT ·turn1AVX2(SB), NOSPLIT, $0-41
	TURN(PLAN1, NOTE1, COUNTS1, FOLLOWS1, GO1)
