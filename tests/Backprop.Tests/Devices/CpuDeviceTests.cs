using System.Runtime.Intrinsics;

namespace Backprop.Tests;

/// <summary>
/// Both widths in one process. Vectors of 512 bits run on a machine without AVX-512 too, as two halves: slowly, but
/// through the same emitted code.
/// </summary>
[NeedsAvx2]
public sealed class Cpu256Tests : DeviceContract
{
    private static readonly CpuDevice Lanes256 = new(256);

    protected override Device Device => Lanes256;
}

[NeedsAvx2]
public sealed class Cpu512Tests : DeviceContract
{
    private static readonly CpuDevice Lanes512 = new(512);

    protected override Device Device => Lanes512;

    protected override int RandomPrograms => Vector512.IsHardwareAccelerated ? 60 : 15;
}

public sealed class CpuFallbackTests
{
    [Fact]
    public void Without_vectors_of_256_bits_the_reference_serves_and_says_so()
    {
        if (Lanes.IsSupported(256))
        {
            Assert.IsType<CpuDevice>(Device.Cpu);
            Assert.Contains("compiled for vectors of", Device.Cpu.Description);
            return;
        }
        Assert.Same(Device.Reference, Device.Cpu);
        Assert.Contains("because this processor has no AVX2", Device.Cpu.Description);
    }

    [Fact]
    public void A_device_is_found_by_its_name()
    {
        Assert.Same(Device.Cpu, Device.Find("CPU"));
        Assert.Same(Device.Reference, Device.Find("reference"));
        Device.Register("absent", () => null);
        Assert.Null(Device.Find("absent"));
        string message = Assert.Throws<ArgumentException>(() => Device.Find("gpu9")).Message;
        Assert.StartsWith("There is no device named \"gpu9\". Known: cpu, reference", message);
    }
}
