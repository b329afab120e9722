"""Single-sample SGD, theta <- theta - c/sqrt(t) phi'(a.theta, y) a, by NumPy and scikit-learn.

    peers.py DATA ITERATE

DATA is laid out as in data.go. Each line "VARIANT STEPS C" on standard input makes a run
from 0, writes the last iterate (the averaged one for `average`) to the file ITERATE and
prints the processor seconds that the run took.

    numpy     a loop over the rows drawn in advance
    sklearn   STEPS/n epochs of SGDClassifier or SGDRegressor, shuffled before each
    average   the same with average=True
    in-order, in-order-average   both without shuffle
"""

import sys
import time
from math import exp, sqrt

import numpy as np
from scipy.sparse import csr_matrix
from sklearn import set_config
from sklearn.linear_model import SGDClassifier, SGDRegressor

set_config(assume_finite=True)  # spares fit a pass over the data


def load(name):
    with open(name, "rb") as f:
        n, d, stored, draws, squared = np.fromfile(f, "<i8", 5)
        y = np.fromfile(f, "<f8", n)
        values = np.fromfile(f, "<f8", stored or n * d)
        if stored:
            starts = np.fromfile(f, "<i8", n + 1).astype(np.int32)
            columns = np.fromfile(f, "<i4", stored)
            x = csr_matrix((values, columns, starts), shape=(n, d))
        else:
            x = values.reshape(n, d)
        return x, y, np.fromfile(f, "<i4", draws), bool(squared)


x, y, drawn, squared = load(sys.argv[1])
labels = y.tolist()  # numbers of Python are faster than those of NumPy, one by one


def slope(z, y):
    z = float(z)
    return z - y if squared else -y / (1 + exp(y * z))


def numpy_dense(steps, c):
    theta = np.zeros(x.shape[1])
    for t, i in enumerate(drawn[:steps].tolist(), 1):
        a = x[i]
        theta -= c / sqrt(t) * slope(a @ theta, labels[i]) * a
    return theta


def numpy_sparse(steps, c):
    theta = np.zeros(x.shape[1])
    starts = x.indptr.tolist()
    for t, i in enumerate(drawn[:steps].tolist(), 1):
        row = slice(starts[i], starts[i + 1])
        at, a = x.indices[row], x.data[row]
        theta[at] -= c / sqrt(t) * slope(a @ theta[at], labels[i]) * a  # columns of a row differ
    return theta


def sklearn(steps, c, average=False, shuffle=True):
    kind = SGDRegressor if squared else SGDClassifier
    model = kind(
        loss="squared_error" if squared else "log_loss", penalty=None, alpha=0, fit_intercept=False,
        learning_rate="invscaling", eta0=c, power_t=0.5, max_iter=steps // len(y), tol=None,
        shuffle=shuffle, random_state=1, average=average)
    return model.fit(x, y).coef_.ravel()


variants = {
    "numpy": numpy_dense if isinstance(x, np.ndarray) else numpy_sparse,
    "sklearn": sklearn,
    "average": lambda steps, c: sklearn(steps, c, average=True),
    "in-order": lambda steps, c: sklearn(steps, c, shuffle=False),
    "in-order-average": lambda steps, c: sklearn(steps, c, average=True, shuffle=False),
}

for line in sys.stdin:
    variant, steps, c = line.split()
    start = time.process_time()
    theta = variants[variant](int(steps), float(c))
    seconds = time.process_time() - start
    theta.astype("<f8").tofile(sys.argv[2])
    print(f"{seconds:.9f}", flush=True)
