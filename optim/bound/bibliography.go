package bound

// Works that more than one theorem refers to. Theorems add the locator.
var (
	zinkevich2003 = Citation{
		Key:   "zinkevich2003online",
		Short: "Zinkevich (2003)",
		BibTeX: `@inproceedings{zinkevich2003online,
  author    = {Zinkevich, Martin},
  title     = {Online Convex Programming and Generalized Infinitesimal Gradient Ascent},
  booktitle = {Proceedings of the Twentieth International Conference on Machine Learning (ICML)},
  pages     = {928--936},
  year      = {2003}
}`,
	}
	orabona2019 = Citation{
		Key:   "orabona2019modern",
		Short: "Orabona (2019)",
		BibTeX: `@misc{orabona2019modern,
  author        = {Orabona, Francesco},
  title         = {A Modern Introduction to Online Learning},
  year          = {2019},
  eprint        = {1912.13213},
  archiveprefix = {arXiv},
  primaryclass  = {cs.LG}
}`,
	}
	shamirZhang2013 = Citation{
		Key:   "shamir2013stochastic",
		Short: "Shamir and Zhang (2013)",
		BibTeX: `@inproceedings{shamir2013stochastic,
  author    = {Shamir, Ohad and Zhang, Tong},
  title     = {Stochastic Gradient Descent for Non-smooth Optimization: Convergence Results and Optimal Averaging Schemes},
  booktitle = {Proceedings of the 30th International Conference on Machine Learning (ICML)},
  pages     = {71--79},
  year      = {2013}
}`,
	}
	rakhlin2012 = Citation{
		Key:   "rakhlin2012making",
		Short: "Rakhlin, Shamir and Sridharan (2012)",
		BibTeX: `@inproceedings{rakhlin2012making,
  author    = {Rakhlin, Alexander and Shamir, Ohad and Sridharan, Karthik},
  title     = {Making Gradient Descent Optimal for Strongly Convex Stochastic Optimization},
  booktitle = {Proceedings of the 29th International Conference on Machine Learning (ICML)},
  year      = {2012}
}`,
	}
	zamaniGlineur2025 = Citation{
		Key:   "zamani2025exact",
		Short: "Zamani and Glineur (2025)",
		BibTeX: `@article{zamani2025exact,
  author  = {Zamani, Moslem and Glineur, Fran{\c{c}}ois},
  title   = {Exact Convergence Rate of the Last Iterate in Subgradient Methods},
  journal = {SIAM Journal on Optimization},
  volume  = {35},
  number  = {3},
  pages   = {2182--2201},
  year    = {2025},
  note    = {arXiv:2307.11134}
}`,
	}
	defazio2023 = Citation{
		Key:   "defazio2023optimal",
		Short: "Defazio et al. (2023)",
		BibTeX: `@misc{defazio2023optimal,
  author        = {Defazio, Aaron and Cutkosky, Ashok and Mehta, Harsh and Mishchenko, Konstantin},
  title         = {Optimal Linear Decay Learning Rate Schedules and Further Refinements},
  year          = {2023},
  eprint        = {2310.07831},
  archiveprefix = {arXiv},
  primaryclass  = {cs.LG}
}`,
	}
)

// at returns the citation of one place in a work.
func (c Citation) at(locator string) Citation {
	c.Locator = locator
	return c
}
