#include "textflag.h"

DATA times<>+0(SB)/8, $0x0000000000000000 // 0
DATA times<>+8(SB)/8, $0x3ff0000000000000 // 1
DATA times<>+16(SB)/8, $0x4000000000000000 // 2
DATA times<>+24(SB)/8, $0x4008000000000000 // 3
DATA times<>+32(SB)/8, $0x4010000000000000 // 4
GLOBL times<>(SB), RODATA|NOPTR, $40

// inverseSqrtAVX2 takes four steps at a time; n is a positive multiple of 4.

// func inverseSqrtAVX2(eta *float64, n int, alpha, t float64)
TEXT ·inverseSqrtAVX2(SB), NOSPLIT, $0-32
	MOVQ         eta+0(FP), DI
	MOVQ         n+8(FP), CX
	VBROADCASTSD alpha+16(FP), Y1
	VBROADCASTSD t+24(FP), Y0
	VADDPD       times<>+0(SB), Y0, Y0
	VBROADCASTSD times<>+32(SB), Y2

four:
	VSQRTPD Y0, Y3
	VDIVPD  Y3, Y1, Y3
	VMOVUPD Y3, (DI)
	VADDPD  Y2, Y0, Y0
	ADDQ    $32, DI
	SUBQ    $4, CX
	JNZ     four
	VZEROUPPER
	RET
