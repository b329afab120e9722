#include "textflag.h"
#include "go_asm.h"
#include "motion_amd64.h"

// func advanceAVX2(m *motion, b *ledger, now *moment, facts *rowFacts, eta *[Width]float64, halves int) bool
TEXT ·advanceAVX2(SB), NOSPLIT, $0-49
	MOVQ m+0(FP), DI
	MOVQ b+8(FP), CX
	MOVQ now+16(FP), BX
	MOVQ facts+24(FP), DX
	MOVQ eta+32(FP), R11
	MOVQ halves+40(FP), SI
	PLANS
	VMOVUPD moment_slope(BX), Y0
	PLAN(0, plan0)
	CMPQ SI, $1
	JEQ  planned
	VMOVUPD (moment_slope+32)(BX), Y0
	PLAN(32, plan32)

planned:
	NOTES
	NOTE(0, note0)
	CMPQ SI, $1
	JEQ  noted
	NOTE(32, note32)

noted:
	DOUBT
	SETEQ ret+48(FP)
	VZEROUPPER
	RET

// func countAVX2(a *laneAverage, now *moment, weight *[Width]float64, atU float64, halves int)
TEXT ·countAVX2(SB), NOSPLIT, $0-40
	MOVQ         a+0(FP), DX
	MOVQ         now+8(FP), BX
	MOVQ         weight+16(FP), R8
	VBROADCASTSD atU+24(FP), Y15
	WEIGH(0)
	COUNT(0)
	CMPQ         halves+32(FP), $1
	JEQ          done
	WEIGH(32)
	COUNT(32)

done:
	VZEROUPPER
	RET
