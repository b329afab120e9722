// The logistic loss for AVX2 as macros: for four margins at a time what Exp, logOnePlus and
// Logistic.Eval do for one, operation by operation.

// QUAD is a number four times, as vector instructions read it from memory.
#define QUAD(at, x) \
	DATA numbers<>+(at+0)(SB)/8, x  \
	DATA numbers<>+(at+8)(SB)/8, x  \
	DATA numbers<>+(at+16)(SB)/8, x \
	DATA numbers<>+(at+24)(SB)/8, x

QUAD(0, $0x3ff71547652b82fe) // log2e
QUAD(32, $0x3fe62e42fee00000) // ln2hi
QUAD(64, $0x3dea39ef35793c76) // ln2lo
QUAD(96, $0x433000000000043f) // magic
QUAD(128, $0x3bf0000000000000) // tiny
QUAD(160, $0xc0874910d52d3051) // underflow
QUAD(192, $0x3ff0000000000000) // one
QUAD(224, $0x4000000000000000) // two
QUAD(256, $0x3fe0000000000000) // e2
QUAD(288, $0x3fc5555555555555) // e3
QUAD(320, $0x3fa5555555555555) // e4
QUAD(352, $0x3f81111111111111) // e5
QUAD(384, $0x3f56c16c16c16c17) // e6
QUAD(416, $0x3f2a01a01a01a01a) // e7
QUAD(448, $0x3efa01a01a01a01a) // e8
QUAD(480, $0x3ec71de3a556c734) // e9
QUAD(512, $0x3e927e4fb7789f5c) // e10
QUAD(544, $0x3e5ae64567f544e4) // e11
QUAD(576, $0x3e21eed8eff8d898) // e12
QUAD(608, $0x3de6124613a86d09) // e13
QUAD(640, $0x3fe5555555555555) // l0
QUAD(672, $0x3fd9999999999944) // l1
QUAD(704, $0x3fd2492492499d46) // l2
QUAD(736, $0x3fcc71c71bedea97) // l3
QUAD(768, $0x3fc745d19937b1fc) // l4
QUAD(800, $0x3fc3b13515f6f9ef) // l5
QUAD(832, $0x3fc111abdc8abe16) // l6
QUAD(864, $0x3fbe0a2d581ab68f) // l7
QUAD(896, $0x3fbbc37f0140c19e) // l8
QUAD(928, $0x3fb32e0d25c9c761) // l9
QUAD(960, $0x3fc401d3e65cdc48) // l10
QUAD(992, $0x8000000000000000) // the sign bit
GLOBL numbers<>(SB), RODATA|NOPTR, $1024

// PAIR sets DST to the number at one offset plus that at the other times X.
#define PAIR(at, times, X, DST) \
	VMOVUPD     numbers<>+times(SB), DST \
	VFMADD213PD numbers<>+at(SB), X, DST

// REDUCE sets P0 to x = -|yz|, for z and y in Z and Y15, P1 to k = round(x log2 e), P2 to
// r = (x - k ln2hi) - k ln2lo and P3 to r^2.
#define REDUCE(Z, P0, P1, P2, P3) \
	VMULPD       Z, Y15, P0                \
	VORPD        numbers<>+992(SB), P0, P0 \
	VMULPD       numbers<>+0(SB), P0, P1   \
	VROUNDPD     $0, P1, P1                \
	VMOVAPD      P0, P2                    \
	VFNMADD231PD numbers<>+32(SB), P1, P2  \
	VFNMADD231PD numbers<>+64(SB), P1, P2  \
	VMULPD       P2, P2, P3

// EXP sets P2 to e^r.
#define EXP(P2, P3, P4, P5, P6) \
	PAIR(256, 288, P2, P4)                \
	PAIR(320, 352, P2, P5)                \
	VFMADD231PD P3, P5, P4                \
	PAIR(384, 416, P2, P5)                \
	PAIR(448, 480, P2, P6)                \
	VFMADD231PD P3, P6, P5                \
	PAIR(512, 544, P2, P6)                \
	PAIR(576, 608, P2, Y14)               \
	VFMADD231PD P3, Y14, P6               \
	VMULPD      P3, P3, Y14               \
	VFMADD231PD Y14, P5, P4               \
	VMULPD      Y14, Y14, Y14             \
	VFMADD231PD Y14, P6, P4               \
	VFMADD231PD P3, P4, P2                \
	VADDPD      numbers<>+192(SB), P2, P2

// SCALE sets P1 to e = 2^(k+64) e^r 2^-64, 0 below the least subnormal.
#define SCALE(P0, P1, P2) \
	VADDPD  numbers<>+96(SB), P1, P1      \
	VPSLLQ  $52, P1, P1                   \
	VMULPD  P2, P1, P1                    \
	VMULPD  numbers<>+128(SB), P1, P1     \
	VCMPPD  $1, numbers<>+160(SB), P0, P0 \
	VANDNPD P1, P0, P1

// BELOW sets P0 to yz where that is less than 0, else to 0, and P2 to where it is not.
#define BELOW(at, P0, P2) \
	VMULPD  at(AX), Y15, P0  \
	VXORPD  Y14, Y14, Y14    \
	VCMPPD  $13, Y14, P0, P2 \
	VANDNPD P0, P2, P0

// SLOPE stores -y e/(1+e) where P2 is set, else -y/(1+e).
#define SLOPE(at, P1, P2, P3) \
	VMOVUPD   numbers<>+192(SB), Y14     \
	VADDPD    P1, Y14, P3                \
	VBLENDVPD P2, P1, Y14, P2            \
	VDIVPD    P3, P2, P2                 \
	VXORPD    numbers<>+992(SB), Y15, P3 \
	VMULPD    P2, P3, P3                 \
	VMOVUPD   P3, at(CX)

// LOSS sets P1 from e to log(1+e), less P0. With v = e/(2+e) and u = v^2,
// log(1+e) = 2v + vu(low + u^4(middle + u^4 high)).
#define LOSS(P0, P1, P2, P3, P4, P5, P6) \
	VADDPD      numbers<>+224(SB), P1, P2 \
	VDIVPD      P2, P1, P1                \
	VMULPD      P1, P1, P2                \
	VMULPD      P2, P2, P3                \
	PAIR(640, 672, P2, P4)                \
	PAIR(704, 736, P2, P5)                \
	VFMADD231PD P3, P5, P4                \
	PAIR(768, 800, P2, P5)                \
	PAIR(832, 864, P2, P6)                \
	VFMADD231PD P3, P6, P5                \
	PAIR(896, 928, P2, P6)                \
	VFMADD231PD numbers<>+960(SB), P3, P6 \
	VMULPD      P3, P3, P3                \
	VFMADD231PD P3, P5, P4                \
	VMULPD      P3, P3, P3                \
	VFMADD231PD P3, P6, P4                \
	VMULPD      P1, P2, P2                \
	VMULPD      numbers<>+224(SB), P1, P1 \
	VFMADD231PD P4, P2, P1                \
	VSUBPD      P0, P1, P1
