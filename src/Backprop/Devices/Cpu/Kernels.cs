using Backprop.Ops;

namespace Backprop;

/// <summary>The loops that one program has been compiled to for one device.</summary>
internal sealed class Kernels(Program program, int bits)
{
    private readonly Dictionary<LoopKey, Loop> loops = [];
    private Program? sum, max;

    /// <summary>Emitted loops of this process, for measurements and tests.</summary>
    internal static int Emitted { get; private set; }

    /// <summary>The most frequent loop, all operands float32 in one piece, found without a look-up.</summary>
    internal Loop? FlatSingle { get; private set; }

    /// <summary>The same for float64.</summary>
    internal Loop? FlatDouble { get; private set; }

    internal static Kernels Of(Program program, int slot, int bits)
    {
        object?[] compiled = program.Compiled;
        return slot < compiled.Length && compiled[slot] is Kernels kernels ? kernels : Add(program, slot, bits);
    }

    internal Loop Get(LoopKey key)
    {
        lock (loops)
        {
            if (loops.TryGetValue(key, out var loop))
                return loop;
            loop = Emitter.Emit(program, key, Lanes.Of(bits, key.Compute));
            Emitted++;
            return loops[key] = loop;
        }
    }

    internal Loop GetFlat(DType type)
    {
        ulong types = 0;
        for (int i = 0; i < program.Roots.Length + program.Inputs; i++)
            types |= (ulong)type << (2 * i);
        var loop = Get(new LoopKey(LoopKind.Map, type, types, 0));
        if (type == DType.Float32)
            FlatSingle = loop;
        else
            FlatDouble = loop;
        return loop;
    }

    /// <summary>The program that sums (or takes the largest of) the formula over a row.</summary>
    internal Program Total(Fold kind)
    {
        var root = program.Roots[0];
        return kind == Fold.Sum
            ? sum ??= new Program(program.Inputs, program.Scalars, Formula.RowSum(root))
            : max ??= new Program(program.Inputs, program.Scalars, Formula.RowMax(root));
    }

    private static Kernels Add(Program program, int slot, int bits)
    {
        lock (program)
        {
            object?[] compiled = program.Compiled;
            if (slot < compiled.Length && compiled[slot] is Kernels known)
                return known;
            Array.Resize(ref compiled, Math.Max(compiled.Length, slot + 1));
            var kernels = new Kernels(program, bits);
            compiled[slot] = kernels;
            program.Compiled = compiled;
            return kernels;
        }
    }
}
