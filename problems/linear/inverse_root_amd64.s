#include "textflag.h"

// func inverseRootsAVX2(dst *float64, n int, c, t float64)
TEXT ·inverseRootsAVX2(SB), NOSPLIT, $0-32
	MOVQ         dst+0(FP), DI
	MOVQ         n+8(FP), CX
	VBROADCASTSD c+16(FP), Y0
	VBROADCASTSD t+24(FP), Y1
	VADDPD       upTo3<>(SB), Y1, Y1
	VBROADCASTSD four<>(SB), Y2

four:
	VSQRTPD Y1, Y3
	VDIVPD  Y3, Y0, Y3
	VMOVUPD Y3, (DI)
	VADDPD  Y2, Y1, Y1
	ADDQ    $32, DI
	SUBQ    $4, CX
	JNE     four
	VZEROUPPER
	RET

DATA upTo3<>+0(SB)/8, $0x0000000000000000 // 0
DATA upTo3<>+8(SB)/8, $0x3ff0000000000000 // 1
DATA upTo3<>+16(SB)/8, $0x4000000000000000 // 2
DATA upTo3<>+24(SB)/8, $0x4008000000000000 // 3
GLOBL upTo3<>(SB), RODATA|NOPTR, $32
DATA four<>+0(SB)/8, $0x4010000000000000 // 4
GLOBL four<>(SB), RODATA|NOPTR, $8
