package bound

// All holds every theorem, in the order of the catalogue.
var All = []Theorem{
	zinkevich,
	zinkevichObserved,
	proximalRegret,
	proximalRegretObserved,
	regretAnyEta,
	weightedAverage,
	constAverage,
	uniformAverage,
	suffixBounded,
	suffixUnbounded,
	polynomialDecay,
	lastOrabona,
	lastOmega,
	lastExact,
	lastRho,
	linearDecay,
	wForm,
	refined,
	lastConstant,
	lastShamirZhang,
	lastJNN,
	wsd,
	minimaxLower,
	leCamLower,
	scheduleFree,
	onlineToBatch,
	azumaAverage,
	regretExact,
	weightedExact,
	regretAnySteps,
	bestIterate,

	stronglyConvexHazan,
	stronglyConvexWeightedT,
	stronglyConvexWeightedTSharp,
	stronglyConvexWeightedTDistance,
	stronglyConvexAny,
	stronglyConvexDistance,
	stronglyConvexDistanceRakhlin,
	stronglyConvexSuffix,
	stronglyConvexSuffixRakhlin,
	stronglyConvexLast,
	stronglyConvexLastShamirZhang,

	smoothWeightedAverage,
	smoothProjectedAverage,
	bottouCurtisNocedalConstant,
	bottouCurtisNocedalDecreasing,
	plRecursion,
	gowerConstant,
	gowerDecreasing,
	gowerAny,
	smoothDistance,
	sgdOneStep,
	gradientDescent,
	gradientDescentConstant,
	gradientDescentStronglyConvex,
	bachMoulines,
	quadraticExact,

	adagradNorm,
	adagradDiagonal,
	ftrl,
	exponentiatedGradient,
	hedge,
	polyak,
	polyakSmooth,
	amsgrad,
	dogWeighted,
	coinBettingWealth,
	coinBettingRegret,
}

// Lookup returns the theorem of an ID, such as "zinkevich".
func Lookup(id string) (*Theorem, bool) {
	for i := range All {
		if All[i].ID == id {
			return &All[i], true
		}
	}
	return nil, false
}
