#include "textflag.h"

// The kernels for AVX2; kernels.go says what they compute.
//
// Eight lanes are two vectors a coordinate. Their sixteen partial sums do not fit the
// registers, so a kernel goes over the coordinates j with j mod 8 < 4 first, then over
// the others: every cache line of an iterate is still touched once.

// CLEAR sets the partial sums to 0: of lanes 0 to 3 in Y0 to Y3, of 4 to 7 in Y4 to Y7.
#define CLEAR \
	VXORPD Y0, Y0, Y0 \
	VXORPD Y1, Y1, Y1 \
	VXORPD Y2, Y2, Y2 \
	VXORPD Y3, Y3, Y3 \
	VXORPD Y4, Y4, Y4 \
	VXORPD Y5, Y5, Y5 \
	VXORPD Y6, Y6, Y6 \
	VXORPD Y7, Y7, Y7

// KEEP puts the partial sums of the first pass on the stack.
#define KEEP \
	VMOVUPD Y0, 0(SP)   \
	VMOVUPD Y1, 32(SP)  \
	VMOVUPD Y2, 64(SP)  \
	VMOVUPD Y3, 96(SP)  \
	VMOVUPD Y4, 128(SP) \
	VMOVUPD Y5, 160(SP) \
	VMOVUPD Y6, 192(SP) \
	VMOVUPD Y7, 224(SP)

// TREE adds the partial sums of both passes up in Y0 and Y4.
#define TREE \
	VADDPD 0(SP), Y0, Y0   \
	VADDPD 32(SP), Y1, Y1  \
	VADDPD 64(SP), Y2, Y2  \
	VADDPD 96(SP), Y3, Y3  \
	VADDPD 128(SP), Y4, Y4 \
	VADDPD 160(SP), Y5, Y5 \
	VADDPD 192(SP), Y6, Y6 \
	VADDPD 224(SP), Y7, Y7 \
	VADDPD Y2, Y0, Y0      \
	VADDPD Y3, Y1, Y1      \
	VADDPD Y6, Y4, Y4      \
	VADDPD Y7, Y5, Y5      \
	VADDPD Y1, Y0, Y0      \
	VADDPD Y5, Y4, Y4

// PASS does OP for every other four coordinates, CX being how many there are from the
// first one on: theta at R8, rows at R9 and R10. It fetches a part of the row at R11.
#define PASS(OP, four, tail, done) \
	SUBQ $4, CX        \
	JL   tail          \
four:                  \
	PREFETCHT1 (R11)   \
	OP(0, Y0, Y4)      \
	OP(1, Y1, Y5)      \
	OP(2, Y2, Y6)      \
	OP(3, Y3, Y7)      \
	ADDQ $512, R8      \
	ADDQ $64, R9       \
	ADDQ $64, R10      \
	ADDQ $32, R11      \
	SUBQ $8, CX        \
	JGE  four          \
tail:                  \
	ADDQ $4, CX        \
	JLE  done          \
	OP(0, Y0, Y4)      \
	DECQ CX            \
	JZ   done          \
	OP(1, Y1, Y5)      \
	DECQ CX            \
	JZ   done          \
	OP(2, Y2, Y6)      \
done:

// FIRST and SECOND point at the first coordinate of a pass.
#define FIRST \
	MOVQ theta+0(FP), R8 \
	MOVQ a+8(FP), R9     \
	MOVQ d+16(FP), CX
#define SECOND \
	MOVQ theta+0(FP), R8  \
	MOVQ a+8(FP), R9      \
	MOVQ d+16(FP), CX     \
	ADDQ $256, R8         \
	ADDQ $32, R9          \
	SUBQ $4, CX

// MOVE is one coordinate of step8: alpha in Y12 and Y13, beta in Y14 and Y15.
#define MOVE(k, LOW, HIGH) \
	VBROADCASTSD (8*k)(R9), Y8          \
	VMULPD       (64*k)(R8), Y12, Y9    \
	VMULPD       (64*k+32)(R8), Y13, Y10 \
	VMULPD       Y8, Y14, Y11           \
	VADDPD       Y11, Y9, Y9            \
	VMULPD       Y8, Y15, Y8            \
	VADDPD       Y8, Y10, Y10           \
	VMOVUPD      Y9, (64*k)(R8)         \
	VMOVUPD      Y10, (64*k+32)(R8)     \
	VBROADCASTSD (8*k)(R10), Y11        \
	VMULPD       Y9, Y11, Y9            \
	VMULPD       Y10, Y11, Y10          \
	VADDPD       Y9, LOW, LOW           \
	VADDPD       Y10, HIGH, HIGH

// SLIDE is MOVE where alpha is 1.
#define SLIDE(k, LOW, HIGH) \
	VBROADCASTSD (8*k)(R9), Y8          \
	VMULPD       Y8, Y14, Y9            \
	VMULPD       Y8, Y15, Y10           \
	VADDPD       (64*k)(R8), Y9, Y9     \
	VADDPD       (64*k+32)(R8), Y10, Y10 \
	VMOVUPD      Y9, (64*k)(R8)         \
	VMOVUPD      Y10, (64*k+32)(R8)     \
	VBROADCASTSD (8*k)(R10), Y11        \
	VMULPD       Y9, Y11, Y9            \
	VMULPD       Y10, Y11, Y10          \
	VADDPD       Y9, LOW, LOW           \
	VADDPD       Y10, HIGH, HIGH

// func step8AVX2(theta, a *float64, d int, next *float64, alpha, beta, z *[Width]float64, ahead *float64)
TEXT ·step8AVX2(SB), NOSPLIT, $256-64
	MOVQ    next+24(FP), R10
	MOVQ    ahead+56(FP), R11
	MOVQ    alpha+32(FP), AX
	MOVQ    beta+40(FP), BX
	MOVQ    z+48(FP), DX
	VMOVUPD (AX), Y12
	VMOVUPD 32(AX), Y13
	VMOVUPD (BX), Y14
	VMOVUPD 32(BX), Y15
	FIRST
	VBROADCASTSD unit<>(SB), Y0
	VCMPPD       $0, Y0, Y12, Y1
	VCMPPD       $0, Y0, Y13, Y2
	VANDPD       Y1, Y2, Y1
	VMOVMSKPD    Y1, AX
	CLEAR
	CMPQ         AX, $15
	JEQ          slide
	PASS(MOVE, four0, tail0, done0)
	KEEP
	CLEAR
	SECOND
	MOVQ next+24(FP), R10
	ADDQ $32, R10
	PASS(MOVE, four1, tail1, done1)
	JMP  sum

slide:
	PASS(SLIDE, four2, tail2, done2)
	KEEP
	CLEAR
	SECOND
	MOVQ next+24(FP), R10
	ADDQ $32, R10
	PASS(SLIDE, four3, tail3, done3)

sum:
	TREE
	VMOVUPD Y0, (DX)
	VMOVUPD Y4, 32(DX)
	VZEROUPPER
	RET

DATA unit<>+0(SB)/8, $0x3ff0000000000000 // 1
GLOBL unit<>(SB), RODATA|NOPTR, $8

// LOOK is one coordinate of margins8.
#define LOOK(k, LOW, HIGH) \
	VBROADCASTSD (8*k)(R9), Y8          \
	VMULPD       (64*k)(R8), Y8, Y9     \
	VMULPD       (64*k+32)(R8), Y8, Y10 \
	VADDPD       Y9, LOW, LOW           \
	VADDPD       Y10, HIGH, HIGH

// func margins8AVX2(theta, a *float64, d int, z *[Width]float64)
TEXT ·margins8AVX2(SB), NOSPLIT, $256-32
	MOVQ a+8(FP), R11
	MOVQ z+24(FP), DX
	CLEAR
	FIRST
	PASS(LOOK, four0, tail0, done0)
	KEEP
	CLEAR
	SECOND
	PASS(LOOK, four1, tail1, done1)
	TREE
	VMOVUPD Y0, (DX)
	VMOVUPD Y4, 32(DX)
	VZEROUPPER
	RET

// func follow8AVX2(sums, theta, a *float64, d int, kappa, omega *[Width]float64)
TEXT ·follow8AVX2(SB), NOSPLIT, $0-48
	MOVQ      sums+0(FP), DI
	MOVQ      theta+8(FP), R8
	MOVQ      a+16(FP), R9
	MOVQ      d+24(FP), CX
	MOVQ      kappa+32(FP), AX
	MOVQ      omega+40(FP), BX
	VMOVUPD   (AX), Y12
	VMOVUPD   32(AX), Y13
	VMOVUPD   (BX), Y14
	VMOVUPD   32(BX), Y15
	VORPD     Y14, Y15, Y0
	VXORPD    Y1, Y1, Y1
	VCMPPD    $4, Y1, Y0, Y0
	VMOVMSKPD Y0, AX
	TESTQ     AX, AX
	JZ        still

coordinate:
	VBROADCASTSD (R9), Y4
	VMULPD       (R8), Y14, Y0
	VMULPD       32(R8), Y15, Y1
	VADDPD       (DI), Y0, Y0
	VADDPD       32(DI), Y1, Y1
	VMULPD       Y4, Y12, Y2
	VMULPD       Y4, Y13, Y3
	VADDPD       Y2, Y0, Y0
	VADDPD       Y3, Y1, Y1
	VMOVUPD      Y0, (DI)
	VMOVUPD      Y1, 32(DI)
	ADDQ         $64, DI
	ADDQ         $64, R8
	ADDQ         $8, R9
	DECQ         CX
	JNZ          coordinate
	VZEROUPPER
	RET

	// Where omega is 0 the iterate is not needed; the sums, which begin at 0, are never
	// the other zero, so that adding one changes no bit.
still:
	VBROADCASTSD (R9), Y4
	VMULPD       Y4, Y12, Y2
	VMULPD       Y4, Y13, Y3
	VADDPD       (DI), Y2, Y2
	VADDPD       32(DI), Y3, Y3
	VMOVUPD      Y2, (DI)
	VMOVUPD      Y3, 32(DI)
	ADDQ         $64, DI
	ADDQ         $8, R9
	DECQ         CX
	JNZ          still
	VZEROUPPER
	RET

// One lane has its partial sums 0 to 3 in Y0 and 4 to 7 in Y1. Behind the last whole eight
// coordinates the rows are read through masks; step1 finds zeros behind theta.

// MASKS sets Y12 and Y13 to the masks of the last CX < 8 coordinates.
#define MASKS \
	LEAQ    mask<>+64(SB), DX \
	SHLQ    $3, CX            \
	SUBQ    CX, DX            \
	VMOVUPD (DX), Y12         \
	VMOVUPD 32(DX), Y13

DATA mask<>+0(SB)/8, $-1
DATA mask<>+8(SB)/8, $-1
DATA mask<>+16(SB)/8, $-1
DATA mask<>+24(SB)/8, $-1
DATA mask<>+32(SB)/8, $-1
DATA mask<>+40(SB)/8, $-1
DATA mask<>+48(SB)/8, $-1
DATA mask<>+56(SB)/8, $-1
DATA mask<>+64(SB)/8, $0
DATA mask<>+72(SB)/8, $0
DATA mask<>+80(SB)/8, $0
DATA mask<>+88(SB)/8, $0
DATA mask<>+96(SB)/8, $0
DATA mask<>+104(SB)/8, $0
DATA mask<>+112(SB)/8, $0
DATA mask<>+120(SB)/8, $0
GLOBL mask<>(SB), RODATA|NOPTR, $128

// FOLD adds the partial sums up and writes the sum to four places at DX.
#define FOLD \
	VADDPD       Y1, Y0, Y0 \
	VEXTRACTF128 $1, Y0, X1 \
	VADDPD       X1, X0, X0 \
	VPERMILPD    $1, X0, X1 \
	VADDSD       X1, X0, X0 \
	VBROADCASTSD X0, Y0     \
	VMOVUPD      Y0, (DX)

// func step1AVX2(theta, a *float64, d int, next *float64, alpha, beta, z *[Width]float64, ahead *float64)
TEXT ·step1AVX2(SB), NOSPLIT, $0-64
	MOVQ         theta+0(FP), R8
	MOVQ         a+8(FP), R9
	MOVQ         next+24(FP), R10
	MOVQ         ahead+56(FP), R11
	MOVQ         d+16(FP), CX
	MOVQ         alpha+32(FP), AX
	MOVQ         beta+40(FP), BX
	VBROADCASTSD (AX), Y14
	VBROADCASTSD (BX), Y15
	VXORPD       Y0, Y0, Y0
	VXORPD       Y1, Y1, Y1
	SUBQ         $8, CX
	JL           tail

eight:
	PREFETCHT0 (R11)
	VMULPD     (R8), Y14, Y2
	VMULPD     32(R8), Y14, Y3
	VMULPD     (R9), Y15, Y4
	VMULPD     32(R9), Y15, Y5
	VADDPD     Y4, Y2, Y2
	VADDPD     Y5, Y3, Y3
	VMOVUPD    Y2, (R8)
	VMOVUPD    Y3, 32(R8)
	VMULPD     (R10), Y2, Y2
	VMULPD     32(R10), Y3, Y3
	VADDPD     Y2, Y0, Y0
	VADDPD     Y3, Y1, Y1
	ADDQ       $64, R8
	ADDQ       $64, R9
	ADDQ       $64, R10
	ADDQ       $64, R11
	SUBQ       $8, CX
	JGE        eight

tail:
	ADDQ       $8, CX
	JZ         fold
	PREFETCHT0 (R11)
	MASKS
	VMULPD     (R8), Y14, Y2
	VMULPD     32(R8), Y14, Y3
	VMASKMOVPD (R9), Y12, Y4
	VMASKMOVPD 32(R9), Y13, Y5
	VMULPD     Y4, Y15, Y4
	VMULPD     Y5, Y15, Y5
	VADDPD     Y4, Y2, Y2
	VADDPD     Y5, Y3, Y3
	VMOVUPD    Y2, (R8)
	VMOVUPD    Y3, 32(R8)
	VMASKMOVPD (R10), Y12, Y4
	VMASKMOVPD 32(R10), Y13, Y5
	VMULPD     Y4, Y2, Y2
	VMULPD     Y5, Y3, Y3
	VADDPD     Y2, Y0, Y0
	VADDPD     Y3, Y1, Y1

fold:
	MOVQ z+48(FP), DX
	FOLD
	VZEROUPPER
	RET

// func margins1AVX2(theta, a *float64, d int, z *[Width]float64)
TEXT ·margins1AVX2(SB), NOSPLIT, $0-32
	MOVQ   theta+0(FP), R8
	MOVQ   a+8(FP), R9
	MOVQ   d+16(FP), CX
	VXORPD Y0, Y0, Y0
	VXORPD Y1, Y1, Y1
	SUBQ   $8, CX
	JL     tail

eight:
	VMOVUPD    (R8), Y2
	VMOVUPD    32(R8), Y3
	VMULPD     (R9), Y2, Y2
	VMULPD     32(R9), Y3, Y3
	VADDPD     Y2, Y0, Y0
	VADDPD     Y3, Y1, Y1
	ADDQ       $64, R8
	ADDQ       $64, R9
	SUBQ       $8, CX
	JGE        eight

tail:
	ADDQ       $8, CX
	JZ         fold
	MASKS
	VMASKMOVPD (R9), Y12, Y4
	VMASKMOVPD 32(R9), Y13, Y5
	VMASKMOVPD (R8), Y12, Y2
	VMASKMOVPD 32(R8), Y13, Y3
	VMULPD     Y4, Y2, Y2
	VMULPD     Y5, Y3, Y3
	VADDPD     Y2, Y0, Y0
	VADDPD     Y3, Y1, Y1

fold:
	MOVQ z+24(FP), DX
	FOLD
	VZEROUPPER
	RET

// func follow1AVX2(sums, theta, a *float64, d int, kappa, omega float64)
TEXT ·follow1AVX2(SB), NOSPLIT, $0-48
	MOVQ         sums+0(FP), DI
	MOVQ         theta+8(FP), R8
	MOVQ         a+16(FP), R9
	MOVQ         d+24(FP), CX
	VBROADCASTSD kappa+32(FP), Y14
	VBROADCASTSD omega+40(FP), Y15
	SUBQ         $4, CX
	JL           tail

four:
	VMULPD  (R8), Y15, Y0
	VMULPD  (R9), Y14, Y1
	VADDPD  (DI), Y0, Y0
	VADDPD  Y1, Y0, Y0
	VMOVUPD Y0, (DI)
	ADDQ    $32, DI
	ADDQ    $32, R8
	ADDQ    $32, R9
	SUBQ    $4, CX
	JGE     four

tail:
	ADDQ $4, CX
	JZ   done

one:
	VMULSD (R8), X15, X0
	VMULSD (R9), X14, X1
	VADDSD (DI), X0, X0
	VADDSD X1, X0, X0
	VMOVSD X0, (DI)
	ADDQ   $8, DI
	ADDQ   $8, R8
	ADDQ   $8, R9
	DECQ   CX
	JNZ    one

done:
	VZEROUPPER
	RET
