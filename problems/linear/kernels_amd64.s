#include "textflag.h"

// The kernels for AVX2; kernels.go says what they compute. Eight lanes are two
// halves of four, done one after the other, so that the eight partial sums of the
// canonical order stay in registers Y0 to Y7.

// CLEAR sets the partial sums to 0.
#define CLEAR \
	VXORPD Y0, Y0, Y0 \
	VXORPD Y1, Y1, Y1 \
	VXORPD Y2, Y2, Y2 \
	VXORPD Y3, Y3, Y3 \
	VXORPD Y4, Y4, Y4 \
	VXORPD Y5, Y5, Y5 \
	VXORPD Y6, Y6, Y6 \
	VXORPD Y7, Y7, Y7

// TREE adds the partial sums up in Y0.
#define TREE \
	VADDPD Y4, Y0, Y0 \
	VADDPD Y6, Y2, Y2 \
	VADDPD Y5, Y1, Y1 \
	VADDPD Y7, Y3, Y3 \
	VADDPD Y2, Y0, Y0 \
	VADDPD Y3, Y1, Y1 \
	VADDPD Y1, Y0, Y0

// MOVE is one coordinate of step8 for four lanes: theta at R8 and the rows at R9
// and R10, k coordinates ahead; alpha in Y14, beta in Y15.
#define MOVE(k, SUM) \
	VMULPD       (64*k)(R8), Y14, Y8 \
	VBROADCASTSD (8*k)(R9), Y9       \
	VBROADCASTSD (8*k)(R10), Y10     \
	VMULPD       Y9, Y15, Y9         \
	VADDPD       Y9, Y8, Y8          \
	VMOVUPD      Y8, (64*k)(R8)      \
	VMULPD       Y8, Y10, Y10        \
	VADDPD       Y10, SUM, SUM

// func step8AVX2(theta, a, next *float64, d int, alpha, beta, z *[Width]float64)
TEXT ·step8AVX2(SB), NOSPLIT, $0-56
	MOVQ theta+0(FP), DI
	MOVQ alpha+32(FP), AX
	MOVQ beta+40(FP), BX
	MOVQ z+48(FP), DX
	MOVQ $2, SI

half:
	MOVQ    DI, R8
	MOVQ    a+8(FP), R9
	MOVQ    next+16(FP), R10
	MOVQ    d+24(FP), CX
	VMOVUPD (AX), Y14
	VMOVUPD (BX), Y15
	CLEAR
	SUBQ    $8, CX
	JL      tail

eight:
	MOVE(0, Y0)
	MOVE(1, Y1)
	MOVE(2, Y2)
	MOVE(3, Y3)
	MOVE(4, Y4)
	MOVE(5, Y5)
	MOVE(6, Y6)
	MOVE(7, Y7)
	ADDQ $512, R8
	ADDQ $64, R9
	ADDQ $64, R10
	SUBQ $8, CX
	JGE  eight

tail:
	ADDQ $8, CX
	JZ   sum
	MOVE(0, Y0)
	DECQ CX
	JZ   sum
	MOVE(1, Y1)
	DECQ CX
	JZ   sum
	MOVE(2, Y2)
	DECQ CX
	JZ   sum
	MOVE(3, Y3)
	DECQ CX
	JZ   sum
	MOVE(4, Y4)
	DECQ CX
	JZ   sum
	MOVE(5, Y5)
	DECQ CX
	JZ   sum
	MOVE(6, Y6)

sum:
	TREE
	VMOVUPD Y0, (DX)
	ADDQ    $32, DI
	ADDQ    $32, AX
	ADDQ    $32, BX
	ADDQ    $32, DX
	DECQ    SI
	JNZ     half
	VZEROUPPER
	RET

// LOOK is one coordinate of margins8 for four lanes: theta at R8, the row at R9.
#define LOOK(k, SUM) \
	VBROADCASTSD (8*k)(R9), Y9      \
	VMULPD       (64*k)(R8), Y9, Y9 \
	VADDPD       Y9, SUM, SUM

// func margins8AVX2(theta, a *float64, d int, z *[Width]float64)
TEXT ·margins8AVX2(SB), NOSPLIT, $0-32
	MOVQ theta+0(FP), DI
	MOVQ z+24(FP), DX
	MOVQ $2, SI

half:
	MOVQ DI, R8
	MOVQ a+8(FP), R9
	MOVQ d+16(FP), CX
	CLEAR
	SUBQ $8, CX
	JL   tail

eight:
	LOOK(0, Y0)
	LOOK(1, Y1)
	LOOK(2, Y2)
	LOOK(3, Y3)
	LOOK(4, Y4)
	LOOK(5, Y5)
	LOOK(6, Y6)
	LOOK(7, Y7)
	ADDQ $512, R8
	ADDQ $64, R9
	SUBQ $8, CX
	JGE  eight

tail:
	ADDQ $8, CX
	JZ   sum
	LOOK(0, Y0)
	DECQ CX
	JZ   sum
	LOOK(1, Y1)
	DECQ CX
	JZ   sum
	LOOK(2, Y2)
	DECQ CX
	JZ   sum
	LOOK(3, Y3)
	DECQ CX
	JZ   sum
	LOOK(4, Y4)
	DECQ CX
	JZ   sum
	LOOK(5, Y5)
	DECQ CX
	JZ   sum
	LOOK(6, Y6)

sum:
	TREE
	VMOVUPD Y0, (DX)
	ADDQ    $32, DI
	ADDQ    $32, DX
	DECQ    SI
	JNZ     half
	VZEROUPPER
	RET

// func follow8AVX2(sums, theta, a *float64, d int, kappa, omega *[Width]float64)
TEXT ·follow8AVX2(SB), NOSPLIT, $0-48
	MOVQ    sums+0(FP), DI
	MOVQ    theta+8(FP), R8
	MOVQ    a+16(FP), R9
	MOVQ    d+24(FP), CX
	MOVQ    kappa+32(FP), AX
	MOVQ    omega+40(FP), BX
	VMOVUPD (AX), Y12
	VMOVUPD 32(AX), Y13
	VMOVUPD (BX), Y14
	VMOVUPD 32(BX), Y15

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

// FOLD adds up, in X0, the partial sums of one lane: 0 to 3 in Y0 and 4 to 7 in
// Y1, to which the tail is added coordinate by coordinate on the stack.
#define FOLD \
	VADDPD       Y1, Y0, Y0 \
	VEXTRACTF128 $1, Y0, X1 \
	VADDPD       X1, X0, X0 \
	VPERMILPD    $1, X0, X1 \
	VADDSD       X1, X0, X0

// func step1AVX2(theta, a, next *float64, d int, alpha, beta float64) (z float64)
TEXT ·step1AVX2(SB), NOSPLIT, $64-56
	MOVQ         theta+0(FP), R8
	MOVQ         a+8(FP), R9
	MOVQ         next+16(FP), R10
	MOVQ         d+24(FP), CX
	VBROADCASTSD alpha+32(FP), Y14
	VBROADCASTSD beta+40(FP), Y15
	VXORPD       Y0, Y0, Y0
	VXORPD       Y1, Y1, Y1
	SUBQ         $8, CX
	JL           tail

eight:
	VMULPD  (R8), Y14, Y2
	VMULPD  32(R8), Y14, Y3
	VMULPD  (R9), Y15, Y4
	VMULPD  32(R9), Y15, Y5
	VADDPD  Y4, Y2, Y2
	VADDPD  Y5, Y3, Y3
	VMOVUPD Y2, (R8)
	VMOVUPD Y3, 32(R8)
	VMULPD  (R10), Y2, Y2
	VMULPD  32(R10), Y3, Y3
	VADDPD  Y2, Y0, Y0
	VADDPD  Y3, Y1, Y1
	ADDQ    $64, R8
	ADDQ    $64, R9
	ADDQ    $64, R10
	SUBQ    $8, CX
	JGE     eight

tail:
	ADDQ    $8, CX
	JZ      fold
	VMOVUPD Y0, 0(SP)
	VMOVUPD Y1, 32(SP)
	XORQ    DX, DX

one:
	VMULSD (R8)(DX*8), X14, X2
	VMULSD (R9)(DX*8), X15, X3
	VADDSD X3, X2, X2
	VMOVSD X2, (R8)(DX*8)
	VMULSD (R10)(DX*8), X2, X2
	VADDSD 0(SP)(DX*8), X2, X2
	VMOVSD X2, 0(SP)(DX*8)
	INCQ   DX
	CMPQ   DX, CX
	JNE    one
	VMOVUPD 0(SP), Y0
	VMOVUPD 32(SP), Y1

fold:
	FOLD
	VMOVSD X0, z+48(FP)
	VZEROUPPER
	RET

// func margins1AVX2(theta, a *float64, d int) (z float64)
TEXT ·margins1AVX2(SB), NOSPLIT, $64-32
	MOVQ   theta+0(FP), R8
	MOVQ   a+8(FP), R9
	MOVQ   d+16(FP), CX
	VXORPD Y0, Y0, Y0
	VXORPD Y1, Y1, Y1
	SUBQ   $8, CX
	JL     tail

eight:
	VMOVUPD (R8), Y2
	VMOVUPD 32(R8), Y3
	VMULPD  (R9), Y2, Y2
	VMULPD  32(R9), Y3, Y3
	VADDPD  Y2, Y0, Y0
	VADDPD  Y3, Y1, Y1
	ADDQ    $64, R8
	ADDQ    $64, R9
	SUBQ    $8, CX
	JGE     eight

tail:
	ADDQ    $8, CX
	JZ      fold
	VMOVUPD Y0, 0(SP)
	VMOVUPD Y1, 32(SP)
	XORQ    DX, DX

one:
	VMOVSD (R8)(DX*8), X2
	VMULSD (R9)(DX*8), X2, X2
	VADDSD 0(SP)(DX*8), X2, X2
	VMOVSD X2, 0(SP)(DX*8)
	INCQ   DX
	CMPQ   DX, CX
	JNE    one
	VMOVUPD 0(SP), Y0
	VMOVUPD 32(SP), Y1

fold:
	FOLD
	VMOVSD X0, z+24(FP)
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
