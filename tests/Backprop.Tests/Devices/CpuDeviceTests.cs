using System.Runtime.Intrinsics;

namespace Backprop.Tests;

/// <summary>
/// Both widths in one process. Vectors of 512 bits run on a machine without AVX-512 too, as two halves: slowly, but
/// through the same emitted code.
/// </summary>
public sealed class Cpu256Tests : DeviceContract
{
    private static readonly CpuDevice Lanes256 = new(256);

    protected override Device Device => Lanes256;
}

public sealed class Cpu512Tests : DeviceContract
{
    private static readonly CpuDevice Lanes512 = new(512);

    protected override Device Device => Lanes512;

    protected override int RandomPrograms => Vector512.IsHardwareAccelerated ? 60 : 15;
}
