using System.Reflection;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Backprop;

/// <summary>The methods an emitted loop calls, for one width and one float type.</summary>
internal sealed class Lanes
{
    private readonly Dictionary<string, MethodInfo> methods;

    private Lanes(Type lanes, Type vector, Type element, int count)
    {
        Vector = vector;
        Element = element;
        Count = count;
        const BindingFlags flags = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        methods = lanes.GetMethods(flags)
            .Concat(typeof(Functions<,>).MakeGenericType(lanes, vector).GetMethods(flags))
            .Where(method => !method.IsPrivate)
            .ToDictionary(method => method.Name);
    }

    /// <summary>True if this machine computes that wide: 256 or 512 bits.</summary>
    internal static bool IsSupported(int bits) => Avx2.IsSupported && Fma.IsSupported
        && (bits == 256 ? Vector256.IsHardwareAccelerated : Vector512.IsHardwareAccelerated && Avx512F.IsSupported);

    /// <summary>The local variables' type, such as Vector256&lt;float&gt;.</summary>
    internal Type Vector { get; }

    /// <summary>float or double.</summary>
    internal Type Element { get; }

    /// <summary>How many numbers a vector holds.</summary>
    internal int Count { get; }

    internal static Lanes Of(int bits, DType compute) => (bits, compute) switch
    {
        (256, DType.Float32) => new(typeof(Lanes256<float>), typeof(Vector256<float>), typeof(float), 8),
        (256, _) => new(typeof(Lanes256<double>), typeof(Vector256<double>), typeof(double), 4),
        (_, DType.Float32) => new(typeof(Lanes512<float>), typeof(Vector512<float>), typeof(float), 16),
        _ => new(typeof(Lanes512<double>), typeof(Vector512<double>), typeof(double), 8),
    };

    internal MethodInfo this[string name] => methods[name];

    /// <summary>A load or store of memory that holds that type.</summary>
    internal MethodInfo Memory(string name, DType type) => methods[name].MakeGenericMethod(type switch
    {
        DType.Float32 => typeof(float),
        DType.Float64 => typeof(double),
        DType.Int32 => typeof(int),
        _ => typeof(byte),
    });
}
