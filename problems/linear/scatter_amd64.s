#include "textflag.h"

// The kernels of sparse rows for AVX2; scatter.go says what they compute.

// func scatter1AVX2(block *float64, columns *int32, values *float64, n int, ahead *int32, c float64)
TEXT ·scatter1AVX2(SB), NOSPLIT, $0-48
	MOVQ   block+0(FP), DI
	MOVQ   columns+8(FP), R8
	MOVQ   values+16(FP), R9
	MOVQ   n+24(FP), CX
	MOVQ   ahead+32(FP), R10
	VMOVSD c+40(FP), X15
	LEAQ   (R10)(CX*4), R10
	LEAQ   (R8)(CX*4), R8
	LEAQ   (R9)(CX*8), R9
	NEGQ   CX

entry:
	MOVLQSX (R10)(CX*4), DX
	PREFETCHT0 (DI)(DX*8)
	MOVLQSX (R8)(CX*4), AX
	VMULSD  (R9)(CX*8), X15, X0
	VADDSD  (DI)(AX*8), X0, X0
	VMOVSD  X0, (DI)(AX*8)
	INCQ    CX
	JNZ     entry
	VZEROUPPER
	RET

// func scatter8AVX2(block *float64, columns *int32, values *float64, n int, ahead *int32, c *float64)
TEXT ·scatter8AVX2(SB), NOSPLIT, $0-48
	MOVQ    block+0(FP), DI
	MOVQ    columns+8(FP), R8
	MOVQ    values+16(FP), R9
	MOVQ    n+24(FP), CX
	MOVQ    ahead+32(FP), R10
	MOVQ    c+40(FP), BX
	VMOVUPD (BX), Y14
	VMOVUPD 32(BX), Y15
	LEAQ    (R10)(CX*4), R10
	LEAQ    (R8)(CX*4), R8
	LEAQ    (R9)(CX*8), R9
	NEGQ    CX

entry:
	MOVLQSX      (R10)(CX*4), DX
	SHLQ         $6, DX
	PREFETCHT0   (DI)(DX*1)
	MOVLQSX      (R8)(CX*4), AX
	SHLQ         $6, AX
	VBROADCASTSD (R9)(CX*8), Y2
	VMULPD       Y2, Y14, Y0
	VMULPD       Y2, Y15, Y1
	VADDPD       (DI)(AX*1), Y0, Y0
	VADDPD       32(DI)(AX*1), Y1, Y1
	VMOVUPD      Y0, (DI)(AX*1)
	VMOVUPD      Y1, 32(DI)(AX*1)
	INCQ         CX
	JNZ          entry
	VZEROUPPER
	RET

// func scatter16AVX2(block *float64, columns *int32, values *float64, n int, ahead *int32, c *float64)
TEXT ·scatter16AVX2(SB), NOSPLIT, $0-48
	MOVQ    block+0(FP), DI
	MOVQ    columns+8(FP), R8
	MOVQ    values+16(FP), R9
	MOVQ    n+24(FP), CX
	MOVQ    ahead+32(FP), R10
	MOVQ    c+40(FP), BX
	VMOVUPD (BX), Y12
	VMOVUPD 32(BX), Y13
	VMOVUPD 64(BX), Y14
	VMOVUPD 96(BX), Y15
	LEAQ    (R10)(CX*4), R10
	LEAQ    (R8)(CX*4), R8
	LEAQ    (R9)(CX*8), R9
	NEGQ    CX

entry:
	MOVLQSX      (R10)(CX*4), DX
	SHLQ         $7, DX
	PREFETCHT0   (DI)(DX*1)
	PREFETCHT0   64(DI)(DX*1)
	MOVLQSX      (R8)(CX*4), AX
	SHLQ         $7, AX
	VBROADCASTSD (R9)(CX*8), Y4
	VMULPD       Y4, Y12, Y0
	VMULPD       Y4, Y13, Y1
	VMULPD       Y4, Y14, Y2
	VMULPD       Y4, Y15, Y3
	VADDPD       (DI)(AX*1), Y0, Y0
	VADDPD       32(DI)(AX*1), Y1, Y1
	VADDPD       64(DI)(AX*1), Y2, Y2
	VADDPD       96(DI)(AX*1), Y3, Y3
	VMOVUPD      Y0, (DI)(AX*1)
	VMOVUPD      Y1, 32(DI)(AX*1)
	VMOVUPD      Y2, 64(DI)(AX*1)
	VMOVUPD      Y3, 96(DI)(AX*1)
	INCQ         CX
	JNZ          entry
	VZEROUPPER
	RET

// func scatterAVX2(block *float64, columns *int32, values *float64, n int, ahead *int32, c *float64, stride int)
TEXT ·scatterAVX2(SB), NOSPLIT, $0-56
	MOVQ block+0(FP), DI
	MOVQ columns+8(FP), R8
	MOVQ values+16(FP), R9
	MOVQ n+24(FP), CX
	MOVQ ahead+32(FP), R10
	MOVQ c+40(FP), BX
	MOVQ stride+48(FP), R11
	LEAQ (R10)(CX*4), R10
	SHLQ $3, R11
	ADDQ R11, BX
	LEAQ (R8)(CX*4), R8
	LEAQ (R9)(CX*8), R9
	NEGQ CX

entry:
	MOVLQSX      (R10)(CX*4), SI
	IMULQ        R11, SI
	ADDQ         DI, SI
	MOVLQSX      (R8)(CX*4), AX
	INCQ         AX
	IMULQ        R11, AX
	ADDQ         DI, AX
	VBROADCASTSD (R9)(CX*8), Y2
	MOVQ         R11, DX
	NEGQ         DX

line:
	PREFETCHT0 (SI)
	ADDQ $64, SI
	ADDQ $64, DX
	JLT line
	MOVQ         R11, DX
	NEGQ         DX

four:
	VMULPD  (BX)(DX*1), Y2, Y0
	VADDPD  (AX)(DX*1), Y0, Y0
	VMOVUPD Y0, (AX)(DX*1)
	ADDQ    $32, DX
	JNZ     four
	INCQ    CX
	JNZ     entry
	VZEROUPPER
	RET

// POINT is one entry of gather1.
#define POINT(k, SUM) \
	MOVLQSX (4*k)(R10), AX       \
	IMULQ   R11, AX              \
	VMOVSD  (8*k)(R9), X8        \
	VMULSD  (DI)(AX*1), X8, X8   \
	VADDSD  X8, SUM, SUM

// func gather1AVX2(block *float64, stride int, columns *int32, values *float64, n int) (z float64)
TEXT ·gather1AVX2(SB), NOSPLIT, $0-48
	MOVQ   block+0(FP), DI
	MOVQ   stride+8(FP), R11
	MOVQ   columns+16(FP), R10
	MOVQ   values+24(FP), R9
	MOVQ   n+32(FP), CX
	SHLQ   $3, R11
	VXORPD X0, X0, X0
	VXORPD X1, X1, X1
	VXORPD X2, X2, X2
	VXORPD X3, X3, X3
	VXORPD X4, X4, X4
	VXORPD X5, X5, X5
	VXORPD X6, X6, X6
	VXORPD X7, X7, X7
	SUBQ   $8, CX
	JL     tail

eight:
	POINT(0, X0)
	POINT(1, X1)
	POINT(2, X2)
	POINT(3, X3)
	POINT(4, X4)
	POINT(5, X5)
	POINT(6, X6)
	POINT(7, X7)
	ADDQ $32, R10
	ADDQ $64, R9
	SUBQ $8, CX
	JGE  eight

tail:
	ADDQ $8, CX
	JZ   sum
	POINT(0, X0)
	DECQ CX
	JZ   sum
	POINT(1, X1)
	DECQ CX
	JZ   sum
	POINT(2, X2)
	DECQ CX
	JZ   sum
	POINT(3, X3)
	DECQ CX
	JZ   sum
	POINT(4, X4)
	DECQ CX
	JZ   sum
	POINT(5, X5)
	DECQ CX
	JZ   sum
	POINT(6, X6)

sum:
	VADDSD X4, X0, X0
	VADDSD X6, X2, X2
	VADDSD X5, X1, X1
	VADDSD X7, X3, X3
	VADDSD X2, X0, X0
	VADDSD X3, X1, X1
	VADDSD X1, X0, X0
	VMOVSD X0, z+40(FP)
	VZEROUPPER
	RET

// SPREAD is one entry of gather8: the lanes' halves go to LOW and HIGH.
#define SPREAD(k, LOW, HIGH) \
	MOVLQSX      (4*k)(R10), AX       \
	IMULQ        R11, AX              \
	VBROADCASTSD (8*k)(R9), Y8        \
	VMULPD       (DI)(AX*1), Y8, Y9   \
	VMULPD       32(DI)(AX*1), Y8, Y8 \
	VADDPD       Y9, LOW, LOW         \
	VADDPD       Y8, HIGH, HIGH

// CLEAN sets the sums in Y0 to Y7 to 0.
#define CLEAN \
	VXORPD Y0, Y0, Y0 \
	VXORPD Y1, Y1, Y1 \
	VXORPD Y2, Y2, Y2 \
	VXORPD Y3, Y3, Y3 \
	VXORPD Y4, Y4, Y4 \
	VXORPD Y5, Y5, Y5 \
	VXORPD Y6, Y6, Y6 \
	VXORPD Y7, Y7, Y7

// The partial sums 0 to 3 of eight lanes fill the registers, then 4 to 7 do.

// func gather8AVX2(block *float64, stride int, columns *int32, values *float64, n int, z *[Width]float64)
TEXT ·gather8AVX2(SB), NOSPLIT, $256-48
	MOVQ block+0(FP), DI
	MOVQ stride+8(FP), R11
	MOVQ columns+16(FP), R10
	MOVQ values+24(FP), R9
	MOVQ n+32(FP), CX
	MOVQ z+40(FP), DX
	SHLQ $3, R11
	CLEAN
	SUBQ $4, CX
	JL   lowTail

low:
	SPREAD(0, Y0, Y1)
	SPREAD(1, Y2, Y3)
	SPREAD(2, Y4, Y5)
	SPREAD(3, Y6, Y7)
	ADDQ $32, R10
	ADDQ $64, R9
	SUBQ $8, CX
	JGE  low

lowTail:
	ADDQ $4, CX
	JLE  save
	SPREAD(0, Y0, Y1)
	DECQ CX
	JZ   save
	SPREAD(1, Y2, Y3)
	DECQ CX
	JZ   save
	SPREAD(2, Y4, Y5)

save:
	VMOVUPD Y0, 0(SP)
	VMOVUPD Y1, 32(SP)
	VMOVUPD Y2, 64(SP)
	VMOVUPD Y3, 96(SP)
	VMOVUPD Y4, 128(SP)
	VMOVUPD Y5, 160(SP)
	VMOVUPD Y6, 192(SP)
	VMOVUPD Y7, 224(SP)
	CLEAN
	MOVQ columns+16(FP), R10
	MOVQ values+24(FP), R9
	MOVQ n+32(FP), CX
	SUBQ $8, CX
	JL   highTail

high:
	SPREAD(4, Y0, Y1)
	SPREAD(5, Y2, Y3)
	SPREAD(6, Y4, Y5)
	SPREAD(7, Y6, Y7)
	ADDQ $32, R10
	ADDQ $64, R9
	SUBQ $8, CX
	JGE  high

highTail:
	ADDQ $4, CX
	JLE  sum
	SPREAD(4, Y0, Y1)
	DECQ CX
	JZ   sum
	SPREAD(5, Y2, Y3)
	DECQ CX
	JZ   sum
	SPREAD(6, Y4, Y5)

sum:
	VADDPD  0(SP), Y0, Y0                // s0+s4
	VADDPD  32(SP), Y1, Y1
	VADDPD  64(SP), Y2, Y2               // s1+s5
	VADDPD  96(SP), Y3, Y3
	VADDPD  128(SP), Y4, Y4              // s2+s6
	VADDPD  160(SP), Y5, Y5
	VADDPD  192(SP), Y6, Y6              // s3+s7
	VADDPD  224(SP), Y7, Y7
	VADDPD  Y4, Y0, Y0
	VADDPD  Y5, Y1, Y1
	VADDPD  Y6, Y2, Y2
	VADDPD  Y7, Y3, Y3
	VADDPD  Y2, Y0, Y0
	VADDPD  Y3, Y1, Y1
	VMOVUPD Y0, (DX)
	VMOVUPD Y1, 32(DX)
	VZEROUPPER
	RET

// func fetchColumns(block *float64, stride int, columns *int32, n int)
TEXT ·fetchColumns(SB), NOSPLIT, $0-32
	MOVQ block+0(FP), DI
	MOVQ stride+8(FP), R11
	MOVQ columns+16(FP), R10
	MOVQ n+24(FP), CX
	SHLQ $3, R11
	CMPQ R11, $64
	JG   wide

entry:
	MOVLQSX    (R10), AX
	IMULQ      R11, AX
	PREFETCHT0 (DI)(AX*1)
	ADDQ       $4, R10
	DECQ       CX
	JNZ        entry
	RET

wide:
	MOVLQSX (R10), AX
	IMULQ   R11, AX
	ADDQ    DI, AX
	MOVQ    R11, DX

line:
	PREFETCHT0 (AX)
	ADDQ       $64, AX
	SUBQ       $64, DX
	JG         line
	ADDQ       $4, R10
	DECQ       CX
	JNZ        wide
	RET

// func prefetch(p unsafe.Pointer, bytes uintptr)
TEXT ·prefetch(SB), NOSPLIT, $0-16
	MOVQ p+0(FP), AX
	MOVQ bytes+8(FP), CX
	ADDQ AX, CX

line:
	PREFETCHT0 (AX)
	ADDQ       $64, AX
	CMPQ       AX, CX
	JLT        line
	RET
