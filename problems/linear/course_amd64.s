#include "textflag.h"
#include "go_asm.h"
#include "kernels_amd64.h"
#include "logistic_amd64.h"
#include "motion_amd64.h"
#include "course_amd64.h"

// Many steps on dense rows with the logistic loss, see foresight: what losses, follow, step, dot,
// advance and count do, without a way back to Go in between. The chain from one step to the
// next is margin, slope, plan. A processor keeps it going only if there is little behind
// it that waits, so a step is entered into the ledger after the slopes of the next.

// COURSE takes the steps: after the slopes SLOPEOP and the step before, where there is one,
// by LOSSOP, ENTER and COUNTS, it goes on by FOLLOWS, FORESEE and NEXT.
#define COURSE(SLOPEOP, LOSSOP, ENTER, COUNTS, FOLLOWS, FORESEE, NEXT) \
	MOVQ c+0(FP), SI                           \
	MOVQ m+8(FP), DI                           \
	AT(i+24(FP))                               \
	MOVQ R13, start-8(SP)                      \
	VMOVUPD motion_z(DI), Y3                   \
step:                                       \
	FACTS((4*const_lead), AX)                  \
	PREFETCHT0   (AX)                          \
	MOVQ         course_now(SI), BX            \
	FACTS(4, DX)                               \
	LEAQ         motion_z(DI), AX              \
	LEAQ         moment_slope(BX), CX          \
	VBROADCASTSD rowFacts_y(DX), Y15           \
	SLOPEOP                                    \
	CMPQ         R13, start-8(SP)              \
	JEQ          pass                          \
enter:                                      \
	MOVQ         course_before(SI), BX         \
	MOVQ         b+16(FP), CX                  \
	FACTS(0, DX)                               \
	LEAQ         -64(R13), R11                 \
	LEAQ         moment_z(BX), AX              \
	VBROADCASTSD rowFacts_y(DX), Y15           \
	LOSSOP                                     \
	ENTER                                      \
	DOUBT                                      \
	SETEQ        finite+48(FP)                 \
	VBROADCASTSD rowFacts_loss(DX), Y15        \
	AVERAGES(COUNTS, countNext, counted)       \
	CMPB         finite+48(FP), $0             \
	JEQ          end                           \
	CMPQ         n+32(FP), $0                  \
	JEQ          end                           \
pass:                                       \
	AVERAGES(FOLLOWS, followNext, allFollowed) \
	FORESEE                                    \
	MOVQ         course_now(SI), BX            \
	FACTS(4, DX)                               \
	MOVQ         R13, R11                      \
	NEXT                                       \
	MOVQ         course_before(SI), AX         \
	MOVQ         AX, course_now(SI)            \
	MOVQ         BX, course_before(SI)         \
	ADDQ         $4, R12                       \
	ADDQ         $64, R13                      \
	DECQ         n+32(FP)                      \
	JNZ          step                          \
	JMP          enter                         \
end:                                        \
	SUBQ         start-8(SP), R13              \
	SHRQ         $6, R13                       \
	MOVQ         R13, done+40(FP)              \
	VZEROUPPER                                 \
	RET

// SLOPES8 finds the slopes, and e = exp(-|yz|) in place of the losses.
#define SLOPES8 \
	REDUCE(0(AX), Y0, Y1, Y2, Y3)    \
	REDUCE(32(AX), Y7, Y8, Y9, Y10)  \
	EXP(Y2, Y3, Y4, Y5, Y6)          \
	EXP(Y9, Y10, Y11, Y12, Y13)      \
	SCALE(Y0, Y1, Y2)                \
	SCALE(Y7, Y8, Y9)                \
	VMOVUPD Y1, moment_loss(BX)      \
	VMOVUPD Y8, (moment_loss+32)(BX) \
	BELOW(0, Y0, Y2)                 \
	BELOW(32, Y7, Y9)                \
	SLOPE(0, Y1, Y2, Y3)             \
	SLOPE(32, Y8, Y9, Y10)

// LOSSES8 makes losses of that.
#define LOSSES8 \
	BELOW(0, Y0, Y2)                     \
	BELOW(32, Y7, Y9)                    \
	VMOVUPD moment_loss(BX), Y1          \
	VMOVUPD (moment_loss+32)(BX), Y8     \
	LOSS(Y0, Y1, Y2, Y3, Y4, Y5, Y6)     \
	LOSS(Y7, Y8, Y9, Y10, Y11, Y12, Y13) \
	VMOVUPD Y1, moment_loss(BX)          \
	VMOVUPD Y8, (moment_loss+32)(BX)

// FOLLOWS8 lets an average follow the step to come, and counts its weights.
#define FOLLOWS8 \
	ALONG8(0)  \
	WEIGHTS(0) \
	WEIGH8

// COUNTS8 counts the step before in an average.
#define COUNTS8 \
	WEIGHTS(-64) \
	COUNT8

// FORESEE8 moves the iterates and finds a'.theta and a'.a.
#define FORESEE8 \
	ROW(4, R9)                        \
	ROW(8, R10)                       \
	MOVQ    course_d(SI), CX          \
	DOT(eight, dotTail, dotDone)      \
	SUM                               \
	VMOVSD  X0, motion_between(DI)    \
	MOVE8(0, 8, (4*const_lead+4))     \
	VMOVUPD Y0, motion_ahead(DI)      \
	VMOVUPD Y4, (motion_ahead+32)(DI)

// func course8AVX2(c *course, m *motion, b *ledger, i, n int) (done int, finite bool)
TEXT ·course8AVX2(SB), NOSPLIT, $296-49
	COURSE(SLOPES8, LOSSES8, NOTE8, COUNTS8, FOLLOWS8, FORESEE8, PLAN8)

// The same for one lane. Its margin and slope stay in Y3 and Y11: to find them in memory again would
// take an eighth of the chain.

#define SLOPES1 \
	REDUCE(Y3, Y0, Y1, Y2, Y3)  \
	EXP(Y2, Y3, Y4, Y5, Y6)     \
	SCALE(Y0, Y1, Y2)           \
	VMOVUPD Y1, moment_loss(BX) \
	BELOW(0, Y0, Y2)            \
	SLOPE(0, Y1, Y2, Y3)        \
	VMOVAPD Y3, Y9

#define LOSSES1 \
	BELOW(0, Y0, Y2)                 \
	VMOVUPD moment_loss(BX), Y1      \
	LOSS(Y0, Y1, Y2, Y3, Y4, Y5, Y6) \
	VMOVUPD Y1, moment_loss(BX)

#define FOLLOWS1 \
	ALONG1(0)  \
	WEIGHTS(0) \
	WEIGH(0)

#define COUNTS1 \
	WEIGHTS(-64) \
	COUNT(0)

#define FORESEE1 \
	VMOVAPD      Y9, Y11                \
	MOVQ         course_theta(SI), R8   \
	ROW(0, R9)                          \
	ROW(4, R11)                         \
	ROW(8, R10)                         \
	ROW((4*const_lead+4), DX)           \
	MOVQ         course_d(SI), CX       \
	VBROADCASTSD motion_alpha(DI), Y14  \
	VBROADCASTSD motion_beta(DI), Y15   \
	VXORPD       Y0, Y0, Y0             \
	VXORPD       Y1, Y1, Y1             \
	VXORPD       Y2, Y2, Y2             \
	VXORPD       Y3, Y3, Y3             \
	SUBQ         $8, CX                 \
	JL           tail                   \
eight:                               \
	PREFETCHT0 (DX)                     \
	VMULPD     (R8), Y14, Y4            \
	VMULPD     32(R8), Y14, Y5          \
	VMULPD     (R9), Y15, Y6            \
	VMULPD     32(R9), Y15, Y7          \
	VMOVUPD    (R10), Y8                \
	VMOVUPD    32(R10), Y9              \
	VADDPD     Y6, Y4, Y4               \
	VADDPD     Y7, Y5, Y5               \
	VMOVUPD    Y4, (R8)                 \
	VMOVUPD    Y5, 32(R8)               \
	VMULPD     Y8, Y4, Y4               \
	VMULPD     Y9, Y5, Y5               \
	VADDPD     Y4, Y0, Y0               \
	VADDPD     Y5, Y1, Y1               \
	VMULPD     (R11), Y8, Y8            \
	VMULPD     32(R11), Y9, Y9          \
	VADDPD     Y8, Y2, Y2               \
	VADDPD     Y9, Y3, Y3               \
	ADDQ       $64, R8                  \
	ADDQ       $64, R9                  \
	ADDQ       $64, R10                 \
	ADDQ       $64, R11                 \
	ADDQ       $64, DX                  \
	SUBQ       $8, CX                   \
	JGE        eight                    \
tail:                                \
	ADDQ       $8, CX                   \
	JZ         fold                     \
	PREFETCHT0 (DX)                     \
	LEAQ       mask<>+64(SB), AX        \
	SHLQ       $3, CX                   \
	SUBQ       CX, AX                   \
	VMOVUPD    (AX), Y12                \
	VMOVUPD    32(AX), Y13              \
	VMULPD     (R8), Y14, Y4            \
	VMULPD     32(R8), Y14, Y5          \
	VMASKMOVPD (R9), Y12, Y6            \
	VMASKMOVPD 32(R9), Y13, Y7          \
	VMASKMOVPD (R10), Y12, Y8           \
	VMASKMOVPD 32(R10), Y13, Y9         \
	VMULPD     Y6, Y15, Y6              \
	VMULPD     Y7, Y15, Y7              \
	VADDPD     Y6, Y4, Y4               \
	VADDPD     Y7, Y5, Y5               \
	VMOVUPD    Y4, (R8)                 \
	VMOVUPD    Y5, 32(R8)               \
	VMULPD     Y8, Y4, Y4               \
	VMULPD     Y9, Y5, Y5               \
	VADDPD     Y4, Y0, Y0               \
	VADDPD     Y5, Y1, Y1               \
	VMASKMOVPD (R11), Y12, Y6           \
	VMASKMOVPD 32(R11), Y13, Y7         \
	VMULPD     Y6, Y8, Y8               \
	VMULPD     Y7, Y9, Y9               \
	VADDPD     Y8, Y2, Y2               \
	VADDPD     Y9, Y3, Y3               \
fold:                                \
	VADDPD       Y1, Y0, Y0             \
	VADDPD       Y3, Y2, Y2             \
	VEXTRACTF128 $1, Y0, X1             \
	VEXTRACTF128 $1, Y2, X3             \
	VADDPD       X1, X0, X0             \
	VADDPD       X3, X2, X2             \
	VPERMILPD    $1, X0, X1             \
	VPERMILPD    $1, X2, X3             \
	VADDSD       X1, X0, X0             \
	VADDSD       X3, X2, X2             \
	VBROADCASTSD X0, Y0                 \
	VMOVUPD      Y0, motion_ahead(DI)   \
	VMOVSD       X2, motion_between(DI)

#define NEXT1 \
	VMOVAPD Y11, Y0 \
	PLANS           \
	PLAN(0, plan0)

// func course1AVX2(c *course, m *motion, b *ledger, i, n int) (done int, finite bool)
TEXT ·course1AVX2(SB), NOSPLIT, $8-49
	COURSE(SLOPES1, LOSSES1, NOTE1, COUNTS1, FOLLOWS1, FORESEE1, NEXT1)
