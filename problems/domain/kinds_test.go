package domain_test

import (
	"math"
	"testing"

	"regret/problems/domain"
)

func TestValidate(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		set  interface{ Validate() error }
		want string
	}{
		{domain.WholeSpace{}, ""},
		{domain.Simplex{}, ""},
		{domain.Ball{Radius: 1e-9}, ""},
		{domain.Ball{}, "radius must be finite and greater than 0"},
		{domain.Ball{Radius: -1}, "radius must be finite and greater than 0"},
		{domain.Ball{Radius: nan}, "radius must be finite and greater than 0"},
		{domain.Ball{Radius: inf}, "radius must be finite and greater than 0"},
		{domain.Box{Lo: -1, Hi: 1}, ""},
		{domain.Box{Lo: 1, Hi: 1}, "lo must be less than hi"},
		{domain.Box{Lo: nan, Hi: 1}, "lo must be finite"},
		{domain.Box{Lo: 0, Hi: inf}, "hi must be finite"},
	} {
		got := ""
		if err := c.set.Validate(); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%#v: error %q, want %q", c.set, got, c.want)
		}
	}
}

func TestStringIsYAML(t *testing.T) {
	for _, c := range []struct {
		set  domain.Set
		want string
	}{
		{domain.WholeSpace{}, "whole-space"},
		{domain.Ball{Radius: 2.5}, "ball: 2.5"},
		{domain.Box{Lo: -1, Hi: 1e9}, "box: {lo: -1, hi: 1e+09}"},
		{domain.Simplex{}, "simplex"},
	} {
		if got := c.set.String(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
