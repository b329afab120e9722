// The dense kernels for AVX2 as macros; kernels.go says what they compute.
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
	SUBQ $4, CX      \
	JL   tail        \
four:             \
	PREFETCHT1 (R11) \
	OP(0, Y0, Y4)    \
	OP(1, Y1, Y5)    \
	OP(2, Y2, Y6)    \
	OP(3, Y3, Y7)    \
	ADDQ $512, R8    \
	ADDQ $64, R9     \
	ADDQ $64, R10    \
	ADDQ $32, R11    \
	SUBQ $8, CX      \
	JGE  four        \
tail:             \
	ADDQ $4, CX      \
	JLE  done        \
	OP(0, Y0, Y4)    \
	DECQ CX          \
	JZ   done        \
	OP(1, Y1, Y5)    \
	DECQ CX          \
	JZ   done        \
	OP(2, Y2, Y6)    \
done:

// MOVE is one coordinate of step8: alpha in Y12 and Y13, beta in Y14 and Y15.
#define MOVE(k, LOW, HIGH) \
	VBROADCASTSD (8*k)(R9), Y8           \
	VMULPD       (64*k)(R8), Y12, Y9     \
	VMULPD       (64*k+32)(R8), Y13, Y10 \
	VMULPD       Y8, Y14, Y11            \
	VADDPD       Y11, Y9, Y9             \
	VMULPD       Y8, Y15, Y8             \
	VADDPD       Y8, Y10, Y10            \
	VMOVUPD      Y9, (64*k)(R8)          \
	VMOVUPD      Y10, (64*k+32)(R8)      \
	VBROADCASTSD (8*k)(R10), Y11         \
	VMULPD       Y9, Y11, Y9             \
	VMULPD       Y10, Y11, Y10           \
	VADDPD       Y9, LOW, LOW            \
	VADDPD       Y10, HIGH, HIGH

DATA unit<>+0(SB)/8, $0x3ff0000000000000 // 1
GLOBL unit<>(SB), RODATA|NOPTR, $8

// SLIDE is MOVE where alpha is 1.
#define SLIDE(k, LOW, HIGH) \
	VBROADCASTSD (8*k)(R9), Y8           \
	VMULPD       Y8, Y14, Y9             \
	VMULPD       Y8, Y15, Y10            \
	VADDPD       (64*k)(R8), Y9, Y9      \
	VADDPD       (64*k+32)(R8), Y10, Y10 \
	VMOVUPD      Y9, (64*k)(R8)          \
	VMOVUPD      Y10, (64*k+32)(R8)      \
	VBROADCASTSD (8*k)(R10), Y11         \
	VMULPD       Y9, Y11, Y9             \
	VMULPD       Y10, Y11, Y10           \
	VADDPD       Y9, LOW, LOW            \
	VADDPD       Y10, HIGH, HIGH

// STEP8 moves the iterates at R8 along the row at R9 and adds up their margins at the row at
// R10 in Y0 and Y4, for CX coordinates, alpha in Y12 and Y13 and beta in Y14 and Y15.
#define STEP8(four0, tail0, done0, four1, tail1, done1, slide, four2, tail2, done2, four3, tail3, done3, sum) \
	MOVQ         R8, 256(SP)         \
	MOVQ         R9, 264(SP)         \
	MOVQ         R10, 272(SP)        \
	MOVQ         CX, 280(SP)         \
	VBROADCASTSD unit<>(SB), Y0      \
	VCMPPD       $0, Y0, Y12, Y1     \
	VCMPPD       $0, Y0, Y13, Y2     \
	VANDPD       Y1, Y2, Y1          \
	VMOVMSKPD    Y1, AX              \
	CLEAR                            \
	CMPQ         AX, $15             \
	JEQ          slide               \
	PASS(MOVE, four0, tail0, done0)  \
	KEEP                             \
	CLEAR                            \
	AGAIN                            \
	PASS(MOVE, four1, tail1, done1)  \
	JMP          sum                 \
slide:                            \
	PASS(SLIDE, four2, tail2, done2) \
	KEEP                             \
	CLEAR                            \
	AGAIN                            \
	PASS(SLIDE, four3, tail3, done3) \
sum:                              \
	TREE

// AGAIN points at the first coordinate of the second pass.
#define AGAIN \
	MOVQ 256(SP), R8  \
	MOVQ 264(SP), R9  \
	MOVQ 272(SP), R10 \
	MOVQ 280(SP), CX  \
	ADDQ $256, R8     \
	ADDQ $32, R9      \
	ADDQ $32, R10     \
	SUBQ $4, CX

// LOOK is one coordinate of margins8.
#define LOOK(k, LOW, HIGH) \
	VBROADCASTSD (8*k)(R9), Y8          \
	VMULPD       (64*k)(R8), Y8, Y9     \
	VMULPD       (64*k+32)(R8), Y8, Y10 \
	VADDPD       Y9, LOW, LOW           \
	VADDPD       Y10, HIGH, HIGH

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

// SUM adds the partial sums up in X0.
#define SUM \
	VADDPD       Y1, Y0, Y0 \
	VEXTRACTF128 $1, Y0, X1 \
	VADDPD       X1, X0, X0 \
	VPERMILPD    $1, X0, X1 \
	VADDSD       X1, X0, X0

// FOLD writes the sum to four places at DX.
#define FOLD \
	SUM                   \
	VBROADCASTSD X0, Y0   \
	VMOVUPD      Y0, (DX)

// DOT adds the products of CX coordinates at R9 and R10.
#define DOT(eight, tail, done) \
	VXORPD      Y0, Y0, Y0       \
	VXORPD      Y1, Y1, Y1       \
	SUBQ        $8, CX           \
	JL          tail             \
eight:                        \
	VMOVUPD     (R10), Y2        \
	VMOVUPD     32(R10), Y3      \
	VMULPD      (R9), Y2, Y2     \
	VMULPD      32(R9), Y3, Y3   \
	VADDPD      Y2, Y0, Y0       \
	VADDPD      Y3, Y1, Y1       \
	ADDQ        $64, R10         \
	ADDQ        $64, R9          \
	SUBQ        $8, CX           \
	JGE         eight            \
tail:                         \
	ADDQ        $8, CX           \
	JZ          done             \
	MASKS                        \
	VMASKMOVPD  (R9), Y12, Y4    \
	VMASKMOVPD  32(R9), Y13, Y5  \
	VMASKMOVPD  (R10), Y12, Y2   \
	VMASKMOVPD  32(R10), Y13, Y3 \
	VMULPD      Y4, Y2, Y2       \
	VMULPD      Y5, Y3, Y3       \
	VADDPD      Y2, Y0, Y0       \
	VADDPD      Y3, Y1, Y1       \
done:

// STEP1 is STEP8 for one lane, alpha in Y14 and beta in Y15; SUM adds its partial sums.
#define STEP1(eight, tail, done) \
	VXORPD      Y0, Y0, Y0       \
	VXORPD      Y1, Y1, Y1       \
	SUBQ        $8, CX           \
	JL          tail             \
eight:                        \
	PREFETCHT0  (R11)            \
	VMULPD      (R8), Y14, Y2    \
	VMULPD      32(R8), Y14, Y3  \
	VMULPD      (R9), Y15, Y4    \
	VMULPD      32(R9), Y15, Y5  \
	VADDPD      Y4, Y2, Y2       \
	VADDPD      Y5, Y3, Y3       \
	VMOVUPD     Y2, (R8)         \
	VMOVUPD     Y3, 32(R8)       \
	VMULPD      (R10), Y2, Y2    \
	VMULPD      32(R10), Y3, Y3  \
	VADDPD      Y2, Y0, Y0       \
	VADDPD      Y3, Y1, Y1       \
	ADDQ        $64, R8          \
	ADDQ        $64, R9          \
	ADDQ        $64, R10         \
	ADDQ        $64, R11         \
	SUBQ        $8, CX           \
	JGE         eight            \
tail:                         \
	ADDQ        $8, CX           \
	JZ          done             \
	PREFETCHT0  (R11)            \
	MASKS                        \
	VMULPD      (R8), Y14, Y2    \
	VMULPD      32(R8), Y14, Y3  \
	VMASKMOVPD  (R9), Y12, Y4    \
	VMASKMOVPD  32(R9), Y13, Y5  \
	VMULPD      Y4, Y15, Y4      \
	VMULPD      Y5, Y15, Y5      \
	VADDPD      Y4, Y2, Y2       \
	VADDPD      Y5, Y3, Y3       \
	VMOVUPD     Y2, (R8)         \
	VMOVUPD     Y3, 32(R8)       \
	VMASKMOVPD  (R10), Y12, Y4   \
	VMASKMOVPD  32(R10), Y13, Y5 \
	VMULPD      Y4, Y2, Y2       \
	VMULPD      Y5, Y3, Y3       \
	VADDPD      Y2, Y0, Y0       \
	VADDPD      Y3, Y1, Y1       \
done:

// SHARE8 sets Y12 and Y13 to kappa = W beta, Y14 and Y15 to omega = W (alpha-1).
#define SHARE8(W, ALPHA, BETA) \
	VMOVUPD      (W), Y0           \
	VMOVUPD      32(W), Y1         \
	VMULPD       (BETA), Y0, Y12   \
	VMULPD       32(BETA), Y1, Y13 \
	VBROADCASTSD unit<>(SB), Y2    \
	VMOVUPD      (ALPHA), Y14      \
	VMOVUPD      32(ALPHA), Y15    \
	VSUBPD       Y2, Y14, Y14      \
	VSUBPD       Y2, Y15, Y15      \
	VMULPD       Y14, Y0, Y14      \
	VMULPD       Y15, Y1, Y15

// FOLLOW8 adds kappa a + omega theta to the sums at R11, for theta at R8, a at R9 and CX
// coordinates. Where omega is 0 the iterate is not needed; the sums, which begin at 0, are
// never the other zero, so that adding one changes no bit.
#define FOLLOW8(moving, still, done) \
	VORPD        Y14, Y15, Y0    \
	VXORPD       Y1, Y1, Y1      \
	VCMPPD       $4, Y1, Y0, Y0  \
	VMOVMSKPD    Y0, AX          \
	TESTQ        AX, AX          \
	JZ           still           \
moving:                       \
	VBROADCASTSD (R9), Y4        \
	VMULPD       (R8), Y14, Y0   \
	VMULPD       32(R8), Y15, Y1 \
	VADDPD       (R11), Y0, Y0   \
	VADDPD       32(R11), Y1, Y1 \
	VMULPD       Y4, Y12, Y2     \
	VMULPD       Y4, Y13, Y3     \
	VADDPD       Y2, Y0, Y0      \
	VADDPD       Y3, Y1, Y1      \
	VMOVUPD      Y0, (R11)       \
	VMOVUPD      Y1, 32(R11)     \
	ADDQ         $64, R11        \
	ADDQ         $64, R8         \
	ADDQ         $8, R9          \
	DECQ         CX              \
	JNZ          moving          \
	JMP          done            \
still:                        \
	VBROADCASTSD (R9), Y4        \
	VMULPD       Y4, Y12, Y2     \
	VMULPD       Y4, Y13, Y3     \
	VADDPD       (R11), Y2, Y2   \
	VADDPD       32(R11), Y3, Y3 \
	VMOVUPD      Y2, (R11)       \
	VMOVUPD      Y3, 32(R11)     \
	ADDQ         $64, R11        \
	ADDQ         $8, R9          \
	DECQ         CX              \
	JNZ          still           \
done:

// SHARE1 sets Y14 to kappa and Y15 to omega of one lane.
#define SHARE1(W, ALPHA, BETA) \
	VMOVSD       (W), X0            \
	VMULSD       (BETA), X0, X14    \
	VMOVSD       (ALPHA), X1        \
	VSUBSD       unit<>(SB), X1, X1 \
	VMULSD       X1, X0, X15        \
	VBROADCASTSD X14, Y14           \
	VBROADCASTSD X15, Y15

// FOLLOW1 is FOLLOW8 for one lane.
#define FOLLOW1(four, tail, one, done) \
	SUBQ    $4, CX        \
	JL      tail          \
four:                  \
	VMULPD  (R8), Y15, Y0 \
	VMULPD  (R9), Y14, Y1 \
	VADDPD  (R11), Y0, Y0 \
	VADDPD  Y1, Y0, Y0    \
	VMOVUPD Y0, (R11)     \
	ADDQ    $32, R11      \
	ADDQ    $32, R8       \
	ADDQ    $32, R9       \
	SUBQ    $4, CX        \
	JGE     four          \
tail:                  \
	ADDQ    $4, CX        \
	JZ      done          \
one:                   \
	VMULSD  (R8), X15, X0 \
	VMULSD  (R9), X14, X1 \
	VADDSD  (R11), X0, X0 \
	VADDSD  X1, X0, X0    \
	VMOVSD  X0, (R11)     \
	ADDQ    $8, R11       \
	ADDQ    $8, R8        \
	ADDQ    $8, R9        \
	DECQ    CX            \
	JNZ     one           \
done:
