namespace Backprop.Tests;

public abstract partial class DeviceContract
{
    /// <summary>How many programs are tried of each sort: most of the time goes into compiling them.</summary>
    protected virtual int RandomPrograms => 60;

    [DeviceTheory]
    [InlineData(0, false)]
    [InlineData(1000, true)]
    public void Random_programs_agree_with_the_reference_bit_for_bit(int firstSeed, bool rows)
    {
        for (int seed = firstSeed; seed < firstSeed + RandomPrograms; seed++)
        {
            var launch = new RandomLaunch(seed, rows);
            double[][] expected = launch.Run(Device.Reference), actual = launch.Run(Device);
            for (int k = 0; k < expected.Length; k++)
            {
                int at = FirstDifference(expected[k], actual[k]);
                if (at >= 0)
                    Assert.Fail($"Seed {seed}, result {k}, element {at}: {actual[k][at]:R}, not {expected[k][at]:R}, in {launch}");
            }
        }
    }

    private static int FirstDifference(double[] a, double[] b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i] && !(double.IsNaN(a[i]) && double.IsNaN(b[i])))
                return i;
        }
        return -1;
    }
}
