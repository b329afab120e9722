#include "textflag.h"

// logisticAVX2 does for four margins at a time what Exp, logOnePlus and
// Logistic.Eval do for one, operation by operation.

// The numbers of these functions, in the order in which they are used.
DATA numbers<>+0(SB)/8, $0x3ff71547652b82fe // log2e
DATA numbers<>+8(SB)/8, $0x3fe62e42fee00000 // ln2hi
DATA numbers<>+16(SB)/8, $0x3dea39ef35793c76 // ln2lo
DATA numbers<>+24(SB)/8, $0x433000000000043f // magic
DATA numbers<>+32(SB)/8, $0x3bf0000000000000 // tiny
DATA numbers<>+40(SB)/8, $0xc0874910d52d3051 // underflow
DATA numbers<>+48(SB)/8, $0x3ff0000000000000 // one
DATA numbers<>+56(SB)/8, $0x4000000000000000 // two
DATA numbers<>+64(SB)/8, $0x3fe0000000000000 // e2
DATA numbers<>+72(SB)/8, $0x3fc5555555555555 // e3
DATA numbers<>+80(SB)/8, $0x3fa5555555555555 // e4
DATA numbers<>+88(SB)/8, $0x3f81111111111111 // e5
DATA numbers<>+96(SB)/8, $0x3f56c16c16c16c17 // e6
DATA numbers<>+104(SB)/8, $0x3f2a01a01a01a01a // e7
DATA numbers<>+112(SB)/8, $0x3efa01a01a01a01a // e8
DATA numbers<>+120(SB)/8, $0x3ec71de3a556c734 // e9
DATA numbers<>+128(SB)/8, $0x3e927e4fb7789f5c // e10
DATA numbers<>+136(SB)/8, $0x3e5ae64567f544e4 // e11
DATA numbers<>+144(SB)/8, $0x3e21eed8eff8d898 // e12
DATA numbers<>+152(SB)/8, $0x3de6124613a86d09 // e13
DATA numbers<>+160(SB)/8, $0x3fe5555555555555 // l0
DATA numbers<>+168(SB)/8, $0x3fd9999999999944 // l1
DATA numbers<>+176(SB)/8, $0x3fd2492492499d46 // l2
DATA numbers<>+184(SB)/8, $0x3fcc71c71bedea97 // l3
DATA numbers<>+192(SB)/8, $0x3fc745d19937b1fc // l4
DATA numbers<>+200(SB)/8, $0x3fc3b13515f6f9ef // l5
DATA numbers<>+208(SB)/8, $0x3fc111abdc8abe16 // l6
DATA numbers<>+216(SB)/8, $0x3fbe0a2d581ab68f // l7
DATA numbers<>+224(SB)/8, $0x3fbbc37f0140c19e // l8
DATA numbers<>+232(SB)/8, $0x3fb32e0d25c9c761 // l9
DATA numbers<>+240(SB)/8, $0x3fc401d3e65cdc48 // l10
DATA numbers<>+248(SB)/8, $0x8000000000000000 // the sign bit
GLOBL numbers<>(SB), RODATA|NOPTR, $256

// LOAD broadcasts the number at an offset of the table.
#define LOAD(at, DST) VBROADCASTSD numbers<>+at(SB), DST

// PAIR sets DST to the number at one offset plus that at the other times X.
#define PAIR(at, times, X, DST) \
	LOAD(times, DST)            \
	VMULPD X, DST, DST          \
	LOAD(at, Y15)               \
	VADDPD Y15, DST, DST

// func logisticAVX2(z *[Width]float64, y float64, value, slope *[Width]float64, halves int)
TEXT ·logisticAVX2(SB), NOSPLIT, $0-40
	MOVQ z+0(FP), AX
	MOVQ value+16(FP), BX
	MOVQ slope+24(FP), CX
	MOVQ halves+32(FP), SI

half:
	VBROADCASTSD y+8(FP), Y1
	VMULPD       (AX), Y1, Y0             // s = yz
	LOAD(248, Y14)
	VORPD        Y14, Y0, Y2              // x = -|s|

	// k = round(x log2 e), r = (x - k ln2hi) - k ln2lo
	LOAD(0, Y3)
	VMULPD   Y2, Y3, Y3
	VROUNDPD $0, Y3, Y3
	LOAD(8, Y4)
	VMULPD   Y3, Y4, Y4
	VSUBPD   Y4, Y2, Y4
	LOAD(16, Y5)
	VMULPD   Y3, Y5, Y5
	VSUBPD   Y5, Y4, Y4                   // r
	VMULPD   Y4, Y4, Y5                   // r^2
	VMULPD   Y5, Y5, Y6                   // r^4
	PAIR(64, 72, Y4, Y7)
	PAIR(80, 88, Y4, Y8)
	PAIR(96, 104, Y4, Y9)
	PAIR(112, 120, Y4, Y10)
	PAIR(128, 136, Y4, Y11)
	PAIR(144, 152, Y4, Y12)
	VMULPD   Y5, Y8, Y8
	VADDPD   Y8, Y7, Y7                   // low
	VMULPD   Y5, Y10, Y10
	VADDPD   Y10, Y9, Y9                  // middle
	VMULPD   Y5, Y12, Y12
	VADDPD   Y12, Y11, Y11                // high
	VMULPD   Y6, Y11, Y11
	VADDPD   Y11, Y9, Y9
	VMULPD   Y6, Y9, Y9
	VADDPD   Y9, Y7, Y7
	VMULPD   Y5, Y7, Y7
	VADDPD   Y7, Y4, Y4
	LOAD(48, Y13)
	VADDPD   Y4, Y13, Y4                  // e^r

	// e = 2^(k+64) e^r 2^-64, 0 below the least subnormal
	LOAD(24, Y5)
	VADDPD   Y5, Y3, Y3
	VPSLLQ   $52, Y3, Y3
	VMULPD   Y4, Y3, Y3
	LOAD(32, Y5)
	VMULPD   Y5, Y3, Y3
	LOAD(40, Y5)
	VCMPPD   $1, Y5, Y2, Y5
	VANDNPD  Y3, Y5, Y3                   // e

	// the slope is -y e/(1+e) where s >= 0, else -y/(1+e)
	LOAD(48, Y13)
	VXORPD    Y6, Y6, Y6
	VCMPPD    $13, Y6, Y0, Y6
	VANDNPD   Y0, Y6, Y2                   // 0 or s
	VBLENDVPD Y6, Y3, Y13, Y7              // e or 1
	VADDPD    Y3, Y13, Y8
	VDIVPD    Y8, Y7, Y7
	VXORPD    Y14, Y1, Y1
	VMULPD    Y7, Y1, Y1
	VMOVUPD   Y1, (CX)

	// v = e/(2+e), log(1+e) = 2v + vu(low + u^4(middle + u^4 high)), u = v^2
	LOAD(56, Y12)
	VADDPD   Y3, Y12, Y4
	VDIVPD   Y4, Y3, Y4                   // v
	VMULPD   Y4, Y4, Y5                   // u
	VMULPD   Y5, Y5, Y6                   // u^2
	VMULPD   Y6, Y6, Y7                   // u^4
	PAIR(160, 168, Y5, Y8)
	PAIR(176, 184, Y5, Y9)
	VMULPD   Y6, Y9, Y9
	VADDPD   Y9, Y8, Y8                   // low
	PAIR(192, 200, Y5, Y9)
	PAIR(208, 216, Y5, Y10)
	VMULPD   Y6, Y10, Y10
	VADDPD   Y10, Y9, Y9                  // middle
	PAIR(224, 232, Y5, Y10)
	LOAD(240, Y11)
	VMULPD   Y6, Y11, Y11
	VADDPD   Y11, Y10, Y10                // high
	VMULPD   Y7, Y10, Y10
	VADDPD   Y10, Y9, Y9
	VMULPD   Y7, Y9, Y9
	VADDPD   Y9, Y8, Y8
	VMULPD   Y5, Y4, Y5                   // vu
	VMULPD   Y8, Y5, Y5
	VMULPD   Y12, Y4, Y4
	VADDPD   Y5, Y4, Y4                   // log(1+e)

	// the value is log(1+e) where s >= 0, else log(1+e) - s
	VSUBPD  Y2, Y4, Y4
	VMOVUPD Y4, (BX)
	ADDQ    $32, AX
	ADDQ    $32, BX
	ADDQ    $32, CX
	DECQ    SI
	JNZ     half
	VZEROUPPER
	RET
