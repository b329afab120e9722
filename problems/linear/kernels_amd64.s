#include "textflag.h"
#include "kernels_amd64.h"

// The kernels for AVX2; kernels.go says what they compute.

// func step8AVX2(theta, a *float64, d int, next *float64, alpha, beta, z *[Width]float64, ahead *float64)
TEXT ·step8AVX2(SB), NOSPLIT, $288-64
	MOVQ    theta+0(FP), R8
	MOVQ    a+8(FP), R9
	MOVQ    d+16(FP), CX
	MOVQ    next+24(FP), R10
	MOVQ    alpha+32(FP), AX
	MOVQ    beta+40(FP), BX
	MOVQ    ahead+56(FP), R11
	VMOVUPD (AX), Y12
	VMOVUPD 32(AX), Y13
	VMOVUPD (BX), Y14
	VMOVUPD 32(BX), Y15
	STEP8(four0, tail0, done0, four1, tail1, done1, slide, four2, tail2, done2, four3, tail3, done3, sum)
	MOVQ    z+48(FP), DX
	VMOVUPD Y0, (DX)
	VMOVUPD Y4, 32(DX)
	VZEROUPPER
	RET

// FIRST and SECOND point at the first coordinate of a pass.
#define FIRST \
	MOVQ theta+0(FP), R8 \
	MOVQ a+8(FP), R9     \
	MOVQ d+16(FP), CX
#define SECOND \
	MOVQ theta+0(FP), R8 \
	MOVQ a+8(FP), R9     \
	MOVQ d+16(FP), CX    \
	ADDQ $256, R8        \
	ADDQ $32, R9         \
	SUBQ $4, CX

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

// func follow8AVX2(sums, theta, a *float64, d int, weight, alpha, beta *[Width]float64)
TEXT ·follow8AVX2(SB), NOSPLIT, $0-56
	MOVQ         sums+0(FP), R11
	MOVQ         theta+8(FP), R8
	MOVQ         a+16(FP), R9
	MOVQ         d+24(FP), CX
	MOVQ         weight+32(FP), AX
	MOVQ         alpha+40(FP), BX
	MOVQ         beta+48(FP), DX
	SHARE8(AX, BX, DX)
	FOLLOW8(moving, still, done)
	VZEROUPPER
	RET

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
	STEP1(eight, tail, fold)
	MOVQ         z+48(FP), DX
	FOLD
	VZEROUPPER
	RET

// func margins1AVX2(theta, a *float64, d int, z *[Width]float64)
TEXT ·margins1AVX2(SB), NOSPLIT, $0-32
	MOVQ theta+0(FP), R9
	MOVQ a+8(FP), R10
	MOVQ d+16(FP), CX
	DOT(eight, tail, done)
	MOVQ z+24(FP), DX
	FOLD
	VZEROUPPER
	RET

// func follow1AVX2(sums, theta, a *float64, d int, weight, alpha, beta *[Width]float64)
TEXT ·follow1AVX2(SB), NOSPLIT, $0-56
	MOVQ         sums+0(FP), R11
	MOVQ         theta+8(FP), R8
	MOVQ         a+16(FP), R9
	MOVQ         d+24(FP), CX
	MOVQ         weight+32(FP), AX
	MOVQ         alpha+40(FP), BX
	MOVQ         beta+48(FP), DX
	SHARE1(AX, BX, DX)
	FOLLOW1(four, tail, one, done)
	VZEROUPPER
	RET
