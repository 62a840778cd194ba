#!/usr/bin/env bash
# Makes of a clone what a machine for learners needs, and nothing more: the .NET runtime, the tool compiled ahead of time,
# and the lessons without solutions. Usage: setup.sh TARGET
set -euo pipefail

target=${1:?usage: setup.sh TARGET}
clone=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$target"

# The tool, as the kernel starts it: installing the kernel prepares it. That installation is for nobody.
"$clone/course" kernel install --prefix "$target/unused" >/dev/null
rm -rf "$target/tool" "$target/unused"
cp -r "$clone/artifacts/kernel" "$target/tool"
rm -f "$target/tool/published.txt"      # it names the clone, which will not be there

# The lessons as learners get them.
"$clone/course" release "$clone/notebooks" --out "$target/lessons"

# The runtime that runs the tool; the SDK stays behind.
dotnet=$(readlink -f "$(command -v dotnet)")
version=$(dotnet --list-runtimes | sed -n 's/^Microsoft\.NETCore\.App \(10\.[^ ]*\) .*/\1/p' | tail -n 1)
from=$(dirname "$dotnet")
mkdir -p "$target/dotnet/host/fxr" "$target/dotnet/shared/Microsoft.NETCore.App"
cp "$dotnet" "$target/dotnet/"
cp -r "$from/host/fxr/$version" "$target/dotnet/host/fxr/"
cp -r "$from/shared/Microsoft.NETCore.App/$version" "$target/dotnet/shared/Microsoft.NETCore.App/"
