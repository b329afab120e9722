//go:build ignore

// Single-sample SGD, theta <- theta - c/sqrt(t) phi'(a.theta, y) a, as one writes it
// by hand in C: a plain loop, and the best one known to us. Build:
//
//     gcc -O3 -march=native -o sgd sgd.c -lm
//
//     sgd DATA ITERATE
//
// DATA is laid out as in data.go. Each line "plain|best STEPS C" on standard input makes
// a run from 0 over the rows drawn in advance, writes the last iterate to the file
// ITERATE and prints the processor seconds that the run took.

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

typedef struct {
	int64_t n, d, stored, draws, squared; // stored entries, 0 for dense rows
	double *y, *values;
	int64_t *starts;
	int32_t *columns, *drawn;
} data;

static inline double slope(const data *m, double z, double y) {
	return m->squared ? z - y : -y / (1 + exp(y * z));
}

// The plain loop.

static void plain_dense(const data *m, double *theta, long steps, double c) {
	for (long t = 0; t < steps; t++) {
		int64_t i = m->drawn[t];
		const double *a = m->values + i * m->d;
		double z = 0;
		for (int64_t j = 0; j < m->d; j++) z += a[j] * theta[j];
		double b = -c / sqrt(t + 1) * slope(m, z, m->y[i]);
		for (int64_t j = 0; j < m->d; j++) theta[j] += b * a[j];
	}
}

static void plain_sparse(const data *m, double *theta, long steps, double c) {
	for (long t = 0; t < steps; t++) {
		int64_t i = m->drawn[t];
		double z = 0;
		for (int64_t k = m->starts[i]; k < m->starts[i + 1]; k++) z += m->values[k] * theta[m->columns[k]];
		double b = -c / sqrt(t + 1) * slope(m, z, m->y[i]);
		for (int64_t k = m->starts[i]; k < m->starts[i + 1]; k++) theta[m->columns[k]] += b * m->values[k];
	}
}

// The best one. Dense rows: vectors, four sums, the update of a step and the margin of the
// next in one pass over theta, rows fetched two steps ahead. Sparse rows: four sums, rows
// and the entries of theta fetched ahead.

typedef double vec __attribute__((vector_size(32), aligned(8)));
enum { wide = 4 };

static inline double total(vec s) { return (s[0] + s[2]) + (s[1] + s[3]); }

static inline void fetch(const void *from, int64_t bytes) {
	for (int64_t b = 0; b < bytes; b += 64) __builtin_prefetch((const char *)from + b, 0, 2);
}

// move adds b a to theta and returns next.theta.
static inline double move(double *theta, const double *a, const double *next, double b, int64_t d) {
	vec s[4] = {{0}};
	int64_t j = 0;
	for (; j + 4 * wide <= d; j += 4 * wide)
		for (int k = 0; k < 4; k++) {
			vec v = *(vec *)(theta + j + wide * k) + b * *(const vec *)(a + j + wide * k);
			*(vec *)(theta + j + wide * k) = v;
			s[k] += v * *(const vec *)(next + j + wide * k);
		}
	for (; j + wide <= d; j += wide) {
		vec v = *(vec *)(theta + j) + b * *(const vec *)(a + j);
		*(vec *)(theta + j) = v;
		s[0] += v * *(const vec *)(next + j);
	}
	double z = total((s[0] + s[1]) + (s[2] + s[3]));
	for (; j < d; j++) {
		theta[j] += b * a[j];
		z += theta[j] * next[j];
	}
	return z;
}

static void best_dense(const data *m, double *theta, long steps, double c) {
	int64_t d = m->d;
	const double *a = m->values + m->drawn[0] * d;
	double z = move(theta, a, a, 0, d);
	for (long t = 0; t < steps; t++) {
		long last = steps - 1;
		const double *next = m->values + m->drawn[t < last ? t + 1 : last] * d;
		fetch(m->values + m->drawn[t + 2 < last ? t + 2 : last] * d, 8 * d);
		double b = -c / sqrt(t + 1) * slope(m, z, m->y[m->drawn[t]]);
		z = move(theta, a, next, b, d);
		a = next;
	}
}

static void best_sparse(const data *m, double *theta, long steps, double c) {
	for (long t = 0; t < steps; t++) {
		int64_t i = m->drawn[t], ahead = m->drawn[t + 2 < steps ? t + 2 : steps - 1];
		int64_t from = m->starts[i], n = m->starts[i + 1] - from;
		fetch(m->values + m->starts[ahead], 8 * (m->starts[ahead + 1] - m->starts[ahead]));
		fetch(m->columns + m->starts[ahead], 4 * (m->starts[ahead + 1] - m->starts[ahead]));
		const double *a = m->values + from;
		const int32_t *at = m->columns + from;
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		int64_t k = 0;
		for (; k + 4 <= n; k += 4) {
			s0 += a[k] * theta[at[k]];
			s1 += a[k + 1] * theta[at[k + 1]];
			s2 += a[k + 2] * theta[at[k + 2]];
			s3 += a[k + 3] * theta[at[k + 3]];
		}
		for (; k < n; k++) s0 += a[k] * theta[at[k]];
		double b = -c / sqrt(t + 1) * slope(m, (s0 + s1) + (s2 + s3), m->y[i]);
		for (k = 0; k < n; k++) theta[at[k]] += b * a[k];
	}
}

static void fail(const char *what) {
	perror(what);
	exit(1);
}

// make returns zeros, in huge pages where the system gives them.
static void *make(int64_t bytes) {
	int64_t huge = 2 << 20;
	bytes = (bytes + huge) / huge * huge;
	void *p = aligned_alloc(huge, bytes);
	if (!p) fail("memory");
	madvise(p, bytes, MADV_HUGEPAGE);
	return memset(p, 0, bytes);
}

static void *take(FILE *f, int64_t bytes) {
	void *p = make(bytes);
	if (fread(p, 1, bytes, f) != (size_t)bytes) fail("data");
	return p;
}

static data load(const char *name) {
	FILE *f = fopen(name, "rb");
	if (!f) fail(name);
	data m = {0};
	if (fread(&m, 8, 5, f) != 5) fail(name);
	m.y = take(f, 8 * m.n);
	m.values = take(f, 8 * (m.stored ? m.stored : m.n * m.d));
	if (m.stored) {
		m.starts = take(f, 8 * (m.n + 1));
		m.columns = take(f, 4 * m.stored);
	}
	m.drawn = take(f, 4 * m.draws);
	fclose(f);
	return m;
}

static double now(void) {
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(int argc, char **argv) {
	if (argc != 3) {
		fprintf(stderr, "usage: sgd DATA ITERATE\n");
		return 2;
	}
	data m = load(argv[1]);
	double *theta = make(8 * m.d), c;
	char variant[16];
	long steps;
	while (scanf("%15s %ld %lf", variant, &steps, &c) == 3) {
		if (steps < 1 || steps > m.draws) {
			fprintf(stderr, "sgd: %ld steps, %ld rows drawn\n", steps, (long)m.draws);
			return 2;
		}
		int best = !strcmp(variant, "best");
		memset(theta, 0, 8 * m.d);
		double start = now();
		if (m.stored) (best ? best_sparse : plain_sparse)(&m, theta, steps, c);
		else (best ? best_dense : plain_dense)(&m, theta, steps, c);
		double seconds = now() - start;
		FILE *f = fopen(argv[2], "wb");
		if (!f || fwrite(theta, 8, m.d, f) != (size_t)m.d || fclose(f)) fail(argv[2]);
		printf("%.9f\n", seconds);
		fflush(stdout);
	}
	return 0;
}
