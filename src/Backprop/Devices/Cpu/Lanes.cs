using System.Reflection;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Backprop;

/// <summary>
/// The methods that an emitted loop calls, for one width and one float type. Nearly all are .NET's own, which the
/// just-in-time compiler turns into single instructions without inlining anything: that keeps compiling a loop short.
/// </summary>
internal sealed class Lanes
{
    private readonly Type operations;
    private readonly Type ours;
    private readonly Dictionary<string, MethodInfo> found = [];

    private Lanes(Type operations, Type vector, Type ours, DType compute, int bits)
    {
        bool isSingle = compute == DType.Float32;
        Element = isSingle ? typeof(float) : typeof(double);
        this.operations = operations;
        this.ours = ours.MakeGenericType(Element);
        Compute = compute;
        Vector = vector.MakeGenericType(Element);
        var whole = isSingle ? typeof(int) : typeof(long);
        Whole = vector.MakeGenericType(whole);
        Count = bits / 8 / compute.Size();
        var cast = operations.GetMethod("As")!;
        AsWhole = cast.MakeGenericMethod(Element, whole);
        AsNumber = cast.MakeGenericMethod(whole, Element);
    }

    /// <summary>Float32 or Float64.</summary>
    internal DType Compute { get; }

    /// <summary>The type of local variables, such as Vector256&lt;float&gt;.</summary>
    internal Type Vector { get; }

    /// <summary>float or double.</summary>
    internal Type Element { get; }

    /// <summary>How many numbers a vector holds.</summary>
    internal int Count { get; }

    /// <summary>The same bits as whole numbers.</summary>
    internal MethodInfo AsWhole { get; }

    /// <summary>The same bits as numbers.</summary>
    internal MethodInfo AsNumber { get; }

    /// <summary>One number in each lane.</summary>
    internal MethodInfo Create => Operation("Create", Element);

    /// <summary>0, 1, 2, …</summary>
    internal MethodInfo Indices => Vector.GetProperty("Indices")!.GetMethod!;

    private Type Whole { get; }

    /// <summary>True if this machine computes that wide: 256 or 512 bits.</summary>
    internal static bool IsSupported(int bits) => Avx2.IsSupported && Fma.IsSupported
        && (bits == 256 ? Vector256.IsHardwareAccelerated : Vector512.IsHardwareAccelerated && Avx512F.IsSupported);

    internal static Lanes Of(int bits, DType compute) => bits == 256
        ? new Lanes(typeof(Vector256), typeof(Vector256<>), typeof(Lanes256<>), compute, bits)
        : new Lanes(typeof(Vector512), typeof(Vector512<>), typeof(Lanes512<>), compute, bits);

    /// <summary>The method of a step on vectors.</summary>
    internal MethodInfo this[Instruction step] => step switch
    {
        Instruction.Add => Operator("op_Addition"),
        Instruction.Subtract => Operator("op_Subtraction"),
        Instruction.Multiply => Operator("op_Multiply"),
        Instruction.Divide => Operator("op_Division"),
        Instruction.And => Operator("op_BitwiseAnd"),
        Instruction.Or => Operator("op_BitwiseOr"),
        Instruction.Xor => Operator("op_ExclusiveOr"),
        Instruction.Fma => Operation("FusedMultiplyAdd", Vector, Vector, Vector),
        Instruction.LargerOrSecond => Operation("MaxNative", Vector, Vector),
        Instruction.SmallerOrSecond => Operation("MinNative", Vector, Vector),
        Instruction.IsGreater => Operation("GreaterThan", Vector, Vector),
        Instruction.IsGreaterOrEqual => Operation("GreaterThanOrEqual", Vector, Vector),
        Instruction.IsEqual => Operation("Equals", Vector, Vector),
        Instruction.Choose => Operation("ConditionalSelect", Vector, Vector, Vector),
        Instruction.AddBits => Whole.GetMethod("op_Addition", [Whole, Whole])!,
        Instruction.ShiftLeft => Operation("ShiftLeft", Whole, typeof(int)),
        Instruction.ShiftRight => Operation("ShiftRightLogical", Whole, typeof(int)),
        Instruction.RowSum => Operation("Sum", Vector),
        Instruction.RowMax => Own("MaxAll"),
        Instruction.Pow => Own("Pow"),
        _ => Operation(step.ToString(), Vector),
    };

    /// <summary>A method of ours on the type that is computed in.</summary>
    internal MethodInfo Own(string name) => ours.GetMethod(name)!;

    /// <summary>A load or store of ours that converts from or to another type.</summary>
    internal MethodInfo Own(string name, DType type) => Own(name).MakeGenericMethod(type switch
    {
        DType.Float32 => typeof(float),
        DType.Float64 => typeof(double),
        DType.Int32 => typeof(int),
        _ => typeof(byte),
    });

    internal MethodInfo Operation(string name, params Type[] parameters)
    {
        if (found.TryGetValue(name, out var known))
            return known;
        const BindingFlags flags = BindingFlags.Public | BindingFlags.Static;
        foreach (var method in operations.GetMember(name, MemberTypes.Method, flags))
        {
            var candidate = (MethodInfo)method;
            if (candidate.IsGenericMethodDefinition && candidate.GetGenericArguments().Length == 1)
                candidate = candidate.MakeGenericMethod(Element);
            if (candidate.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(parameters))
                return found[name] = candidate;
        }
        throw new MissingMethodException(operations.Name, name);
    }

    private MethodInfo Operator(string name) => Vector.GetMethod(name, [Vector, Vector])!;
}
