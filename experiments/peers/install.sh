#!/bin/sh
# Installs what make bench-peers compares with, where it is missing: gcc, and NumPy and
# scikit-learn for the given Python.
set -eu
python=$1

present() {
	echo '#include <math.h>' | gcc -x c -fsyntax-only - 2>/dev/null &&
		"$python" -c 'import numpy, scipy, sklearn' 2>/dev/null
}

fail() {
	echo "bench-peers needs gcc and a Python with NumPy and scikit-learn (make bench-peers PYTHON=...): $1" >&2
	exit 1
}

if present; then exit 0; fi
command -v apt-get >/dev/null || fail "they are missing, and there is no apt-get to install them with"
root=
if [ "$(id -u)" != 0 ]; then
	command -v sudo >/dev/null || fail "they are missing, and installing them takes root or sudo"
	root=sudo
fi
$root apt-get update -qq &&
	$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends gcc libc6-dev python3-numpy python3-sklearn >/dev/null ||
	fail "apt-get could not install them"
present || fail "apt-get installed them for /usr/bin/python3, not for $python"
