#include "textflag.h"
#include "go_asm.h"

// motion.advance and laneAverage.count four lanes at a time, once or twice: operation by
// operation what the portable forms do.

DATA factors<>+0(SB)/8, $0x4000000000000000 // 2
DATA factors<>+8(SB)/8, $0x3fe0000000000000 // 1/2
DATA factors<>+16(SB)/8, $0x3ff0000000000000 // 1
DATA factors<>+24(SB)/8, $0x8000000000000000 // the sign bit
GLOBL factors<>(SB), RODATA|NOPTR, $32

// GRADIENT sets Y0 to s, Y1 to q, Y2 to z, Y6 to Ridge q and Y4 to |g|^2, for the four
// lanes at SI; Y15 holds Ridge and Y13 the number 2.
#define GRADIENT \
	VMOVUPD      motion_slope(DI)(SI*1), Y0     \
	VMOVUPD      motion_norm(DI)(SI*1), Y1      \
	VMOVUPD      motion_z(DI)(SI*1), Y2         \
	VBROADCASTSD rowFacts_square(DX), Y5        \
	VMULPD       Y0, Y0, Y4                     \
	VMULPD       Y5, Y4, Y4                     \
	VMULPD       Y0, Y13, Y5                    \
	VMULPD       Y2, Y5, Y5                     \
	VMULPD       Y1, Y15, Y6                    \
	VADDPD       Y6, Y5, Y5                     \
	VMULPD       Y5, Y15, Y5                    \
	VADDPD       Y5, Y4, Y4

// func advanceAVX2(m *motion, facts *rowFacts, eta *[Width]float64, halves int) bool
TEXT ·advanceAVX2(SB), NOSPLIT, $0-33
	MOVQ         m+0(FP), DI
	MOVQ         facts+8(FP), DX
	MOVQ         eta+16(FP), R11
	MOVQ         halves+24(FP), R12
	SHLQ         $5, R12
	VBROADCASTSD motion_ridge(DI), Y15
	VBROADCASTSD factors<>+0(SB), Y13
	VBROADCASTSD factors<>+8(SB), Y12
	VMULPD       Y15, Y12, Y12              // Ridge/2
	VXORPD       Y11, Y11, Y11
	VXORPD       Y10, Y10, Y10              // where x-x is not 0
	XORQ         SI, SI

check:
	GRADIENT
	VMULPD  Y1, Y12, Y7
	VADDPD  motion_value(DI)(SI*1), Y7, Y7
	VMOVUPD Y7, motion_loss(DI)(SI*1)
	VADDPD  Y4, Y7, Y7
	VADDPD  motion_offset(DI)(SI*1), Y7, Y7
	VSUBPD  Y7, Y7, Y7
	VCMPPD  $4, Y11, Y7, Y7
	VORPD   Y7, Y10, Y10
	ADDQ    $32, SI
	CMPQ    SI, R12
	JNE     check
	VMOVMSKPD Y10, AX
	TESTQ   AX, AX
	JNZ     failed
	XORQ    SI, SI

move:
	GRADIENT
	VMOVUPD motion_offset(DI)(SI*1), Y3        // e
	VMAXPD  motion_maxGradient(DI)(SI*1), Y4, Y5
	VMOVUPD Y5, motion_maxGradient(DI)(SI*1)
	VMAXPD  motion_maxOffset(DI)(SI*1), Y3, Y5
	VMOVUPD Y5, motion_maxOffset(DI)(SI*1)

	// along = s z + Ridge q, apart = s (z-w) + Ridge/2 ((q+e) - |u|^2)
	VMULPD       Y2, Y0, Y5
	VADDPD       Y6, Y5, Y5
	VBROADCASTSD rowFacts_margin(DX), Y6
	VSUBPD       Y6, Y2, Y6
	VMULPD       Y6, Y0, Y6
	VADDPD       Y3, Y1, Y7
	VBROADCASTSD motion_square(DI), Y14
	VSUBPD       Y14, Y7, Y7
	VMULPD       Y7, Y12, Y7
	VADDPD       Y7, Y6, Y6

	// q += eta (eta |g|^2 - 2 along), e += eta (eta |g|^2 - 2 apart)
	VMOVUPD (R11)(SI*1), Y7
	VMULPD  Y4, Y7, Y4
	VMULPD  Y5, Y13, Y5
	VSUBPD  Y5, Y4, Y5
	VMULPD  Y5, Y7, Y5
	VADDPD  Y5, Y1, Y1
	VMULPD  Y6, Y13, Y6
	VSUBPD  Y6, Y4, Y6
	VMULPD  Y6, Y7, Y6
	VADDPD  Y6, Y3, Y3

	// alpha = 1 - eta Ridge, beta = -(eta s)
	VBROADCASTSD factors<>+16(SB), Y8
	VMULPD       Y15, Y7, Y4
	VSUBPD       Y4, Y8, Y4
	VMULPD       Y0, Y7, Y5
	VBROADCASTSD factors<>+24(SB), Y6
	VXORPD       Y6, Y5, Y5

	// where q > limit: c = r/sqrt q
	VBROADCASTSD motion_limit(DI), Y9
	VCMPPD       $1, Y1, Y9, Y10
	VMOVMSKPD    Y10, AX
	TESTQ        AX, AX
	JZ           inside
	VBROADCASTSD motion_radius(DI), Y6
	VSQRTPD      Y1, Y7
	VDIVPD       Y7, Y6, Y6                  // c
	VSUBPD       Y6, Y8, Y8                  // 1-c
	VMULPD       Y1, Y6, Y7
	VSUBPD       Y7, Y14, Y7                 // |u|^2 - c q
	VMULPD       Y7, Y8, Y8
	VMULPD       Y3, Y6, Y7
	VADDPD       Y8, Y7, Y7
	VBLENDVPD    Y10, Y7, Y3, Y3
	VBLENDVPD    Y10, Y9, Y1, Y1
	VMULPD       Y4, Y6, Y7
	VBLENDVPD    Y10, Y7, Y4, Y4
	VMULPD       Y5, Y6, Y7
	VBLENDVPD    Y10, Y7, Y5, Y5

inside:
	VMAXPD  Y1, Y11, Y1                      // NaN stays
	VMAXPD  Y3, Y11, Y3
	VMOVUPD Y1, motion_norm(DI)(SI*1)
	VMOVUPD Y3, motion_offset(DI)(SI*1)
	VMOVUPD Y4, motion_alpha(DI)(SI*1)
	VMOVUPD Y5, motion_beta(DI)(SI*1)
	ADDQ    $32, SI
	CMPQ    SI, R12
	JNE     move
	MOVB    $1, ret+32(FP)
	VZEROUPPER
	RET

failed:
	MOVB $0, ret+32(FP)
	VZEROUPPER
	RET

// func countAVX2(a *laneAverage, m *motion, weight *[Width]float64, atU float64, halves int)
TEXT ·countAVX2(SB), NOSPLIT, $0-40
	MOVQ         a+0(FP), DI
	MOVQ         m+8(FP), DX
	MOVQ         weight+16(FP), R8
	MOVQ         halves+32(FP), R12
	SHLQ         $5, R12
	VBROADCASTSD atU+24(FP), Y15
	VBROADCASTSD factors<>+16(SB), Y14
	XORQ         SI, SI

half:
	VMOVUPD (R8)(SI*1), Y0
	VMOVUPD Y0, laneAverage_now(DI)(SI*1)
	VADDPD  laneAverage_weight(DI)(SI*1), Y0, Y1
	VMOVUPD Y1, laneAverage_weight(DI)(SI*1)
	VMOVUPD motion_loss(DX)(SI*1), Y2
	VMULPD  Y2, Y0, Y3
	VADDPD  laneAverage_loss(DI)(SI*1), Y3, Y3
	VMOVUPD Y3, laneAverage_loss(DI)(SI*1)
	VSUBPD  Y15, Y2, Y2
	VMULPD  Y2, Y0, Y2
	VADDPD  laneAverage_regret(DI)(SI*1), Y2, Y2
	VMOVUPD Y2, laneAverage_regret(DI)(SI*1)
	VMULPD  motion_beta(DX)(SI*1), Y1, Y2
	VMOVUPD Y2, laneAverage_kappa(DI)(SI*1)
	VMOVUPD motion_alpha(DX)(SI*1), Y2
	VSUBPD  Y14, Y2, Y2
	VMULPD  Y2, Y1, Y2
	VMOVUPD Y2, laneAverage_omega(DI)(SI*1)
	ADDQ    $32, SI
	CMPQ    SI, R12
	JNE     half
	VZEROUPPER
	RET
