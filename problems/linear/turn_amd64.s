#include "textflag.h"
#include "go_asm.h"
#include "kernels_amd64.h"
#include "motion_amd64.h"
#include "course_amd64.h"

// One step on dense rows from its losses and slopes to the margins of the next: what
// advance, count, follow and step do. Where a number is not finite they end before follow.

// func turn8AVX2(c *course, m *motion, b *ledger, now *moment, i int) (finite bool)
TEXT ·turn8AVX2(SB), NOSPLIT, $288-41
	MOVQ c+0(FP), SI
	MOVQ m+8(FP), DI
	MOVQ b+16(FP), CX
	MOVQ now+24(FP), BX
	AT(i+32(FP))
	FACTS(4, DX)
	MOVQ R13, R11
	PLANS
	PLAN(0, plan0)
	PLAN(32, plan32)
	NOTES
	NOTE(0, note0)
	NOTE(32, note32)
	DOUBT
	SETEQ finite+40(FP)

	// the averages: count the step, and follow it where all is finite
	VBROADCASTSD rowFacts_loss(DX), Y15
	MOVQ         course_averages(SI), DX
	XORQ         R10, R10

count:
	CMPQ R10, course_count(SI)
	JEQ  counted
	WEIGHTS(0)
	WEIGH(0)
	WEIGH(32)
	COUNT(0)
	COUNT(32)
	ADDQ $laneAverage__size, DX
	ADDQ $24, R10
	JMP  count

counted:
	CMPB finite+40(FP), $0
	JEQ  end
	MOVQ course_averages(SI), DX
	XORQ R10, R10

follow:
	CMPQ R10, course_count(SI)
	JEQ  pass
	LEAQ laneAverage_weight(DX), AX
	LEAQ motion_alpha(DI), BX
	LEAQ motion_beta(DI), CX
	SHARES8(AX, BX, CX)
	MOVQ course_behind(SI), AX
	MOVQ (AX)(R10*1), R11
	MOVQ course_theta(SI), R8
	ROW(4, R9)
	MOVQ course_d(SI), CX
	FOLLOW8(moving, still, followed)
	ADDQ $laneAverage__size, DX
	ADDQ $24, R10
	JMP  follow

pass:
	MOVQ course_theta(SI), R8
	ROW(4, R9)
	ROW(8, R10)
	ROW(12, R11)
	MOVQ course_d(SI), CX
	VMOVUPD motion_alpha(DI), Y12
	VMOVUPD (motion_alpha+32)(DI), Y13
	VMOVUPD motion_beta(DI), Y14
	VMOVUPD (motion_beta+32)(DI), Y15
	STEP8(four0, tail0, done0, four1, tail1, done1, slide, four2, tail2, done2, four3, tail3, done3, sum)
	VMOVUPD Y0, motion_z(DI)
	VMOVUPD Y4, (motion_z+32)(DI)

end:
	VZEROUPPER
	RET

// func turn1AVX2(c *course, m *motion, b *ledger, now *moment, i int) (finite bool)
TEXT ·turn1AVX2(SB), NOSPLIT, $0-41
	MOVQ c+0(FP), SI
	MOVQ m+8(FP), DI
	MOVQ b+16(FP), CX
	MOVQ now+24(FP), BX
	AT(i+32(FP))
	FACTS(4, DX)
	MOVQ R13, R11
	PLANS
	PLAN(0, plan)
	NOTES
	NOTE(0, note)
	DOUBT
	SETEQ finite+40(FP)

	// the averages: count the step, and follow it where all is finite
	VBROADCASTSD rowFacts_loss(DX), Y15
	MOVQ         course_averages(SI), DX
	XORQ         R10, R10

count:
	CMPQ R10, course_count(SI)
	JEQ  counted
	WEIGHTS(0)
	WEIGH(0)
	COUNT(0)
	ADDQ $laneAverage__size, DX
	ADDQ $24, R10
	JMP  count

counted:
	CMPB finite+40(FP), $0
	JEQ  end
	MOVQ course_averages(SI), DX
	XORQ R10, R10

follow:
	CMPQ R10, course_count(SI)
	JEQ  pass
	LEAQ laneAverage_weight(DX), AX
	LEAQ motion_alpha(DI), BX
	LEAQ motion_beta(DI), CX
	SHARES1(AX, BX, CX)
	MOVQ course_behind(SI), AX
	MOVQ (AX)(R10*1), R11
	MOVQ course_theta(SI), R8
	ROW(4, R9)
	MOVQ course_d(SI), CX
	FOLLOW1(followFour, followTail, followOne, followed)
	ADDQ $laneAverage__size, DX
	ADDQ $24, R10
	JMP  follow

pass:
	MOVQ course_theta(SI), R8
	ROW(4, R9)
	ROW(8, R10)
	ROW(12, R11)
	MOVQ course_d(SI), CX
	VBROADCASTSD motion_alpha(DI), Y14
	VBROADCASTSD motion_beta(DI), Y15
	STEP1(eight, tail, done)
	LEAQ motion_z(DI), DX
	FOLD

end:
	VZEROUPPER
	RET
