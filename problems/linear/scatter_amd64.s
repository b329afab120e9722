#include "textflag.h"
#include "kernels_amd64.h"

// The kernels of sparse rows for AVX2; scatter.go says what they compute.

// ROW sets CX to -n, from where it counts up to 0, and R8, R9, R10 to the ends of
// columns, values and columns ahead.
#define ROW \
	MOVQ block+0(FP), DI    \
	MOVQ stride+8(FP), R11  \
	MOVQ columns+16(FP), R8 \
	MOVQ values+24(FP), R9  \
	MOVQ n+32(FP), CX       \
	MOVQ ahead+40(FP), R10  \
	MOVQ c+48(FP), BX       \
	SHLQ $3, R11            \
	LEAQ (R8)(CX*4), R8     \
	LEAQ (R9)(CX*8), R9     \
	LEAQ (R10)(CX*4), R10   \
	NEGQ CX

// COLUMN sets AX to where the next entry's column is in the block and Y8 to the entry,
// and fetches a column ahead.
#define COLUMN \
	MOVLQSX      (R10)(CX*4), DX \
	IMULQ        R11, DX         \
	PREFETCHT0   (DI)(DX*1)      \
	MOVLQSX      (R8)(CX*4), AX  \
	IMULQ        R11, AX         \
	VBROADCASTSD (R9)(CX*8), Y8

// ADD is one entry of scatter1, number k from where R8 and R9 point to: X is its product.
#define ADD(k, X) \
	MOVLQSX (4*k)(R8), AX    \
	VADDSD  (DI)(AX*8), X, X \
	VMOVSD  X, (DI)(AX*8)

// func scatter1AVX2(block *float64, columns *int32, values *float64, n int, c float64)
TEXT ·scatter1AVX2(SB), NOSPLIT, $0-40
	MOVQ         block+0(FP), DI
	MOVQ         columns+8(FP), R8
	MOVQ         values+16(FP), R9
	MOVQ         n+24(FP), CX
	VBROADCASTSD c+32(FP), Y15
	SUBQ         $4, CX
	JL           tail

four:
	VMULPD       (R9), Y15, Y0
	VEXTRACTF128 $1, Y0, X2
	VPERMILPD    $1, X0, X1
	VPERMILPD    $1, X2, X3
	ADD(0, X0)
	ADD(1, X1)
	ADD(2, X2)
	ADD(3, X3)
	ADDQ         $16, R8
	ADDQ         $32, R9
	SUBQ         $4, CX
	JGE          four

tail:
	ADDQ $4, CX
	JZ   done

one:
	VMULSD (R9), X15, X0
	ADD(0, X0)
	ADDQ   $4, R8
	ADDQ   $8, R9
	DECQ   CX
	JNZ    one

done:
	VZEROUPPER
	RET

// func scatter4AVX2(block *float64, stride int, columns *int32, values *float64, n int, ahead *int32, c *float64)
TEXT ·scatter4AVX2(SB), NOSPLIT, $0-56
	ROW
	VMOVUPD (BX), Y15

entry:
	COLUMN
	VMULPD       Y8, Y15, Y0
	VADDPD       (DI)(AX*1), Y0, Y0
	VMOVUPD      Y0, (DI)(AX*1)
	INCQ         CX
	JNZ          entry
	VZEROUPPER
	RET

// func scatter8AVX2(block *float64, stride int, columns *int32, values *float64, n int, ahead *int32, c *float64)
TEXT ·scatter8AVX2(SB), NOSPLIT, $0-56
	ROW
	VMOVUPD (BX), Y14
	VMOVUPD 32(BX), Y15

entry:
	COLUMN
	VMULPD       Y8, Y14, Y0
	VMULPD       Y8, Y15, Y1
	VADDPD       (DI)(AX*1), Y0, Y0
	VADDPD       32(DI)(AX*1), Y1, Y1
	VMOVUPD      Y0, (DI)(AX*1)
	VMOVUPD      Y1, 32(DI)(AX*1)
	INCQ         CX
	JNZ          entry
	VZEROUPPER
	RET

// func scatter16AVX2(block *float64, stride int, columns *int32, values *float64, n int, ahead *int32, c *float64)
TEXT ·scatter16AVX2(SB), NOSPLIT, $0-56
	ROW
	VMOVUPD (BX), Y12
	VMOVUPD 32(BX), Y13
	VMOVUPD 64(BX), Y14
	VMOVUPD 96(BX), Y15

entry:
	COLUMN
	PREFETCHT0   64(DI)(DX*1)
	VMULPD       Y8, Y12, Y0
	VMULPD       Y8, Y13, Y1
	VMULPD       Y8, Y14, Y2
	VMULPD       Y8, Y15, Y3
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

// COMPENSATE adds X to the sums at off(DI), and what rounding loses to those at off(SI).
#define COMPENSATE(off, X, A, T, B) \
	VMOVUPD off(DI)(AX*1), A    \
	VADDPD  X, A, T             \
	VSUBPD  A, T, B             \
	VMOVUPD T, off(DI)(AX*1)    \
	VSUBPD  B, T, T             \
	VSUBPD  T, A, A             \
	VSUBPD  B, X, X             \
	VADDPD  X, A, A             \
	VADDPD  off(SI)(AX*1), A, A \
	VMOVUPD A, off(SI)(AX*1)

// func scatterSums8AVX2(total, lost *float64, columns *int32, values *float64, n int, c *[Width]float64)
TEXT ·scatterSums8AVX2(SB), NOSPLIT, $0-48
	MOVQ    total+0(FP), DI
	MOVQ    lost+8(FP), SI
	MOVQ    columns+16(FP), R8
	MOVQ    values+24(FP), R9
	MOVQ    n+32(FP), CX
	MOVQ    c+40(FP), BX
	VMOVUPD (BX), Y14
	VMOVUPD 32(BX), Y15

entry:
	MOVLQSX      (R8), AX
	SHLQ         $6, AX
	VBROADCASTSD (R9), Y1
	VMULPD       Y1, Y14, Y0
	VMULPD       Y1, Y15, Y1
	COMPENSATE(0, Y0, Y2, Y3, Y4)
	COMPENSATE(32, Y1, Y5, Y6, Y7)
	ADDQ         $4, R8
	ADDQ         $8, R9
	DECQ         CX
	JNZ          entry
	VZEROUPPER
	RET

// COLUMNS sets four registers to the columns of entries.
#define COLUMNS \
	MOVLQSX (R10), AX   \
	MOVLQSX 4(R10), BX  \
	MOVLQSX 8(R10), DX  \
	MOVLQSX 12(R10), SI

// PLACES makes of columns where they are in the block.
#define PLACES \
	IMULQ R11, AX \
	IMULQ R11, BX \
	IMULQ R11, DX \
	IMULQ R11, SI

// FOUR adds the products of four entries to TOTAL; the registers' numbers are of so many bytes.
#define FOUR(bytes, TOTAL) \
	VMOVSD      (DI)(AX*bytes), X2     \
	VMOVSD      (DI)(DX*bytes), X3     \
	VMOVHPD     (DI)(BX*bytes), X2, X2 \
	VMOVHPD     (DI)(SI*bytes), X3, X3 \
	VINSERTF128 $1, X3, Y2, Y2         \
	VMULPD      (R9), Y2, Y2           \
	VADDPD      Y2, TOTAL, TOTAL       \
	ADDQ        $16, R10               \
	ADDQ        $32, R9

// FEW does so with the last CX < 4 entries. Zeros make up for the others: a sum that begins
// at 0 keeps its bits.
#define FEW(TOTAL, product) \
	LEAQ        mask<>+64(SB), DX  \
	MOVQ        CX, AX             \
	SHLQ        $3, AX             \
	SUBQ        AX, DX             \
	VMOVUPD     (DX), Y4           \
	VMASKMOVPD  (R9), Y4, Y4       \
	MOVLQSX     (R10), AX          \
	IMULQ       R11, AX            \
	VMOVSD      (DI)(AX*1), X2     \
	CMPQ        CX, $2             \
	JLT         product            \
	MOVLQSX     4(R10), AX         \
	IMULQ       R11, AX            \
	VMOVHPD     (DI)(AX*1), X2, X2 \
	CMPQ        CX, $3             \
	JLT         product            \
	MOVLQSX     8(R10), AX         \
	IMULQ       R11, AX            \
	VMOVSD      (DI)(AX*1), X3     \
	VINSERTF128 $1, X3, Y2, Y2     \
product:                        \
	VMULPD      Y4, Y2, Y2         \
	VADDPD      Y2, TOTAL, TOTAL

// func gather1AVX2(block *float64, stride int, columns *int32, values *float64, n int) (z float64)
TEXT ·gather1AVX2(SB), NOSPLIT, $0-48
	MOVQ   block+0(FP), DI
	MOVQ   stride+8(FP), R11
	MOVQ   columns+16(FP), R10
	MOVQ   values+24(FP), R9
	MOVQ   n+32(FP), CX
	SHLQ   $3, R11
	VXORPD Y0, Y0, Y0                    // partial sums 0 to 3
	VXORPD Y1, Y1, Y1                    // and 4 to 7
	SUBQ   $8, CX
	JL     tail
	CMPQ   R11, $8
	JNE    apart

together:
	COLUMNS
	FOUR(8, Y0)
	COLUMNS
	FOUR(8, Y1)
	SUBQ $8, CX
	JGE  together
	JMP  tail

apart:
	COLUMNS
	PLACES
	FOUR(1, Y0)
	COLUMNS
	PLACES
	FOUR(1, Y1)
	SUBQ $8, CX
	JGE  apart

tail:
	ADDQ $8, CX
	JZ   sum
	CMPQ CX, $4
	JLT  few
	COLUMNS
	PLACES
	FOUR(1, Y0)
	SUBQ $4, CX
	JZ   sum
	FEW(Y1, product4)
	JMP  sum

few:
	FEW(Y0, product0)

sum:
	SUM
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
	CLEAR
	SUBQ $4, CX
	JL   lowTail

low:
	SPREAD(0, Y0, Y4)
	SPREAD(1, Y1, Y5)
	SPREAD(2, Y2, Y6)
	SPREAD(3, Y3, Y7)
	ADDQ $32, R10
	ADDQ $64, R9
	SUBQ $8, CX
	JGE  low

lowTail:
	ADDQ $4, CX
	JLE  save
	SPREAD(0, Y0, Y4)
	DECQ CX
	JZ   save
	SPREAD(1, Y1, Y5)
	DECQ CX
	JZ   save
	SPREAD(2, Y2, Y6)

save:
	KEEP
	CLEAR
	MOVQ columns+16(FP), R10
	MOVQ values+24(FP), R9
	MOVQ n+32(FP), CX
	SUBQ $8, CX
	JL   highTail

high:
	SPREAD(4, Y0, Y4)
	SPREAD(5, Y1, Y5)
	SPREAD(6, Y2, Y6)
	SPREAD(7, Y3, Y7)
	ADDQ $32, R10
	ADDQ $64, R9
	SUBQ $8, CX
	JGE  high

highTail:
	ADDQ $4, CX
	JLE  sum
	SPREAD(4, Y0, Y4)
	DECQ CX
	JZ   sum
	SPREAD(5, Y1, Y5)
	DECQ CX
	JZ   sum
	SPREAD(6, Y2, Y6)

sum:
	TREE
	VMOVUPD Y0, (DX)
	VMOVUPD Y4, 32(DX)
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
