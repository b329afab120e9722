#include "textflag.h"
#include "logistic_amd64.h"

// logisticAVX2 does for four margins at a time what Exp, logOnePlus and
// Logistic.Eval do for one, operation by operation; with eight margins the two halves
// take turns, so that neither waits for itself.

// func logisticAVX2(z *[Width]float64, y float64, value, slope *[Width]float64, halves int)
TEXT ·logisticAVX2(SB), NOSPLIT, $0-40
	MOVQ         z+0(FP), AX
	VBROADCASTSD y+8(FP), Y15
	MOVQ         value+16(FP), BX
	MOVQ         slope+24(FP), CX
	MOVQ         halves+32(FP), SI
	CMPQ         SI, $1
	JEQ          one
	REDUCE(0(AX), Y0, Y1, Y2, Y3)
	REDUCE(32(AX), Y7, Y8, Y9, Y10)
	EXP(Y2, Y3, Y4, Y5, Y6)
	EXP(Y9, Y10, Y11, Y12, Y13)
	SCALE(Y0, Y1, Y2)
	SCALE(Y7, Y8, Y9)
	BELOW(0, Y0, Y2)
	BELOW(32, Y7, Y9)
	SLOPE(0, Y1, Y2, Y3)
	SLOPE(32, Y8, Y9, Y10)
	LOSS(Y0, Y1, Y2, Y3, Y4, Y5, Y6)
	LOSS(Y7, Y8, Y9, Y10, Y11, Y12, Y13)
	VMOVUPD Y1, (BX)
	VMOVUPD Y8, 32(BX)
	VZEROUPPER
	RET

one:
	REDUCE(0(AX), Y0, Y1, Y2, Y3)
	EXP(Y2, Y3, Y4, Y5, Y6)
	SCALE(Y0, Y1, Y2)
	BELOW(0, Y0, Y2)
	SLOPE(0, Y1, Y2, Y3)
	LOSS(Y0, Y1, Y2, Y3, Y4, Y5, Y6)
	VMOVUPD Y1, (BX)
	VZEROUPPER
	RET
