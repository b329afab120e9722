// motion.plan, ledger.note and laneAverage.count for AVX2 as macros, four lanes at a time:
// operation by operation what the portable forms do.

DATA factors<>+0(SB)/8, $0x4000000000000000 // 2
DATA factors<>+8(SB)/8, $0x3fe0000000000000 // 1/2
DATA factors<>+16(SB)/8, $0x3ff0000000000000 // 1
DATA factors<>+24(SB)/8, $0x8000000000000000 // the sign bit
GLOBL factors<>(SB), RODATA|NOPTR, $32

// PLANS sets Y9 to Y15 to what PLAN wants: 0, the sign, 1, 2, a.a', r^2 and Ridge.
#define PLANS \
	VXORPD       Y9, Y9, Y9              \
	VBROADCASTSD factors<>+24(SB), Y10   \
	VBROADCASTSD factors<>+16(SB), Y11   \
	VBROADCASTSD factors<>+0(SB), Y12    \
	VBROADCASTSD motion_between(DI), Y13 \
	VBROADCASTSD motion_limit(DI), Y14   \
	VBROADCASTSD motion_ridge(DI), Y15

// PLAN plans the four steps at R11 from the slopes s in Y0, with the moment at BX, the facts at
// DX and the motion at DI. It leaves the new margins in Y3. In turn
//
//	beta = -(eta s), alpha = 1 - eta Ridge
//	|g|^2 = s s |a|^2 + Ridge (2 s z + Ridge q)
//	reach = q + eta (eta |g|^2 - 2 (s z + Ridge q))
//
// and where that is beyond the limit, with c = r/sqrt reach, the projection. NaN stays in
// the maximum with 0.
#define PLAN(at, inside) \
	VMOVUPD      at(R11), Y1                   \
	VMULPD       Y0, Y1, Y2                    \
	VXORPD       Y10, Y2, Y2                   \
	VMULPD       Y15, Y1, Y3                   \
	VSUBPD       Y3, Y11, Y3                   \
	VMOVUPD      (motion_norm+at)(DI), Y4      \
	VMOVUPD      (motion_z+at)(DI), Y5         \
	VMOVUPD      Y4, (moment_norm+at)(BX)      \
	VMOVUPD      Y5, (moment_z+at)(BX)         \
	VMULPD       Y4, Y15, Y6                   \
	VMULPD       Y0, Y12, Y7                   \
	VMULPD       Y5, Y7, Y7                    \
	VADDPD       Y6, Y7, Y7                    \
	VMULPD       Y7, Y15, Y7                   \
	VBROADCASTSD rowFacts_square(DX), Y8       \
	VMULPD       Y0, Y5, Y5                    \
	VMULPD       Y0, Y0, Y0                    \
	VMULPD       Y8, Y0, Y8                    \
	VADDPD       Y7, Y8, Y8                    \
	VMOVUPD      Y8, (moment_gradient+at)(BX)  \
	VADDPD       Y6, Y5, Y5                    \
	VMULPD       Y5, Y12, Y5                   \
	VMULPD       Y8, Y1, Y8                    \
	VSUBPD       Y5, Y8, Y8                    \
	VMULPD       Y8, Y1, Y8                    \
	VADDPD       Y8, Y4, Y4                    \
	VMOVUPD      Y4, (moment_reach+at)(BX)     \
	VCMPPD       $1, Y4, Y14, Y5               \
	VMOVMSKPD    Y5, AX                        \
	TESTQ        AX, AX                        \
	JZ           inside                        \
	VBROADCASTSD motion_radius(DI), Y6         \
	VSQRTPD      Y4, Y7                        \
	VDIVPD       Y7, Y6, Y6                    \
	VBLENDVPD    Y5, Y14, Y4, Y4               \
	VMULPD       Y3, Y6, Y7                    \
	VBLENDVPD    Y5, Y7, Y3, Y3                \
	VMULPD       Y2, Y6, Y7                    \
	VBLENDVPD    Y5, Y7, Y2, Y2                \
inside:                                     \
	VMAXPD       Y4, Y9, Y4                    \
	VMOVUPD      Y4, (motion_norm+at)(DI)      \
	VMOVUPD      Y3, (motion_alpha+at)(DI)     \
	VMOVUPD      Y2, (motion_beta+at)(DI)      \
	VMULPD       (motion_ahead+at)(DI), Y3, Y3 \
	VMULPD       Y13, Y2, Y2                   \
	VADDPD       Y2, Y3, Y3                    \
	VMOVUPD      Y3, (motion_z+at)(DI)

// NOTES sets Y10 to Y15 to what NOTE wants: 0 twice, 2, |u|^2, r^2 and Ridge/2.
#define NOTES \
	VXORPD       Y10, Y10, Y10          \
	VXORPD       Y11, Y11, Y11          \
	VBROADCASTSD factors<>+0(SB), Y12   \
	VBROADCASTSD ledger_square(CX), Y13 \
	VBROADCASTSD motion_limit(DI), Y14  \
	VBROADCASTSD motion_ridge(DI), Y15  \
	VBROADCASTSD factors<>+8(SB), Y0    \
	VMULPD       Y15, Y0, Y15

// NOTE enters the four steps at R11 into the ledger at CX, with the moment at BX and the
// facts at DX. After the loss and the doubt, which is gathered in Y10, and the maxima,
//
//	e += eta (eta |g|^2 - 2 (s (z-w) + Ridge/2 ((q+e) - |u|^2)))
//
// and where the step was projected c e + (1-c) (|u|^2 - c reach).
#define NOTE(at, inside) \
	VMOVUPD      (ledger_offset+at)(CX), Y0          \
	VMOVUPD      (moment_norm+at)(BX), Y3            \
	VMOVUPD      (moment_gradient+at)(BX), Y4        \
	VMULPD       Y3, Y15, Y5                         \
	VADDPD       (moment_loss+at)(BX), Y5, Y5        \
	VMOVUPD      Y5, (moment_loss+at)(BX)            \
	VADDPD       Y4, Y5, Y5                          \
	VADDPD       Y0, Y5, Y5                          \
	VSUBPD       Y5, Y5, Y5                          \
	VMOVUPD      Y5, (moment_doubt+at)(BX)           \
	VORPD        Y5, Y10, Y10                        \
	VMAXPD       (ledger_maxOffset+at)(CX), Y0, Y1   \
	VMOVUPD      Y1, (ledger_maxOffset+at)(CX)       \
	VMAXPD       (ledger_maxGradient+at)(CX), Y4, Y2 \
	VMOVUPD      Y2, (ledger_maxGradient+at)(CX)     \
	VADDPD       Y0, Y3, Y3                          \
	VSUBPD       Y13, Y3, Y3                         \
	VMULPD       Y3, Y15, Y3                         \
	VBROADCASTSD rowFacts_margin(DX), Y5             \
	VMOVUPD      (moment_z+at)(BX), Y6               \
	VSUBPD       Y5, Y6, Y5                          \
	VMULPD       (moment_slope+at)(BX), Y5, Y5       \
	VADDPD       Y3, Y5, Y5                          \
	VMULPD       Y5, Y12, Y5                         \
	VMOVUPD      at(R11), Y6                         \
	VMULPD       Y4, Y6, Y4                          \
	VSUBPD       Y5, Y4, Y4                          \
	VMULPD       Y4, Y6, Y4                          \
	VADDPD       Y4, Y0, Y0                          \
	VMOVUPD      (moment_reach+at)(BX), Y3           \
	VCMPPD       $1, Y3, Y14, Y4                     \
	VMOVMSKPD    Y4, AX                              \
	TESTQ        AX, AX                              \
	JZ           inside                              \
	VBROADCASTSD motion_radius(DI), Y5               \
	VSQRTPD      Y3, Y6                              \
	VDIVPD       Y6, Y5, Y5                          \
	VBROADCASTSD factors<>+16(SB), Y6                \
	VSUBPD       Y5, Y6, Y6                          \
	VMULPD       Y3, Y5, Y3                          \
	VSUBPD       Y3, Y13, Y3                         \
	VMULPD       Y3, Y6, Y3                          \
	VMULPD       Y0, Y5, Y5                          \
	VADDPD       Y3, Y5, Y5                          \
	VBLENDVPD    Y4, Y5, Y0, Y0                      \
inside:                                           \
	VMAXPD       Y0, Y11, Y0                         \
	VMOVUPD      Y0, (ledger_offset+at)(CX)

// DOUBT sets AX to 0 if all is finite.
#define DOUBT \
	VCMPPD    $4, Y11, Y10, Y10 \
	VMOVMSKPD Y10, AX           \
	TESTQ     AX, AX

// COUNT adds loss and regret of four steps to the average at DX, weighted by those at R8:
// Y15 is the loss of the comparator, BX the moment.
#define COUNT(at) \
	VMOVUPD at(R8), Y0                          \
	VMOVUPD (moment_loss+at)(BX), Y2            \
	VMULPD  Y2, Y0, Y3                          \
	VADDPD  (laneAverage_loss+at)(DX), Y3, Y3   \
	VMOVUPD Y3, (laneAverage_loss+at)(DX)       \
	VSUBPD  Y15, Y2, Y2                         \
	VMULPD  Y2, Y0, Y2                          \
	VADDPD  (laneAverage_regret+at)(DX), Y2, Y2 \
	VMOVUPD Y2, (laneAverage_regret+at)(DX)

// WEIGH counts the four weights at R8 in the average at DX.
#define WEIGH(at) \
	VMOVUPD at(R8), Y0                          \
	VMOVUPD Y0, (laneAverage_now+at)(DX)        \
	VADDPD  (laneAverage_weight+at)(DX), Y0, Y0 \
	VMOVUPD Y0, (laneAverage_weight+at)(DX)
