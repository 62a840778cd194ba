// Ops: every calculation that a tensor remembers, each a record with forward over backward. To add one: a record here, a
// method in Tensors, a line in the tests' OpCases. How loops run, and how memory lies, stands in Devices.
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Backprop.Ops;

/// <summary>
/// An op that computes each element on its own. Forward is a formula; so is the gradient of each input. Both run as
/// compiled loops, and <see cref="Formula.Derivative"/> gives the gradients of gradients.
/// </summary>
public abstract record Elementwise : Op
{
    private static readonly ConcurrentDictionary<Elementwise, Recipe> Recipes = new();
    private Cached cached;

    private protected Elementwise()
    {
    }

    /// <summary>For <c>with</c>: the copy may have other fields, so it looks its programs up itself.</summary>
    protected Elementwise(Elementwise original)
        : base(original)
    {
    }

    /// <summary>How many inputs it has.</summary>
    private protected abstract int Arity { get; }

    /// <summary>What it takes and gives.</summary>
    private protected virtual Domain Domain => Domain.Reals;

    /// <summary>y, from inputs 0 to <see cref="Arity"/> − 1.</summary>
    internal abstract Formula ForwardFormula { get; }

    /// <summary>∂loss/∂input, from the inputs, <see cref="Recipe.Y"/> and <see cref="Recipe.Dy"/>.</summary>
    internal abstract Formula BackwardFormula(int input);

    /// <summary>Programs are shared by equal ops: a parameter of the op is a constant of its formulas.</summary>
    internal Recipe Recipe => cached.Recipe ??=
        Recipes.GetOrAdd(this, static op => new Recipe(op, op.Arity, op.Domain));

    internal Tensor ApplyTo(Tensor a)
    {
        var recipe = Recipe;
        var y = Tensor.Empty(a.Device, a.Shape, recipe.ResultType(a.DType));
        a.Device.Map(recipe.Forward, [y], [a]);
        if (recipe.HasGradient)
            Node.Record(this, y, recipe.KeepFor(1), a);
        else
            OpTrace.Tell(this, y, a);
        return y;
    }

    internal Tensor ApplyTo(Tensor a, Tensor b)
    {
        var recipe = Recipe;
        if (a.DType != b.DType)
            Tensor.Join(ref a, ref b);
        var shape = a.Shape == b.Shape ? a.Shape : Shape.Broadcast(a.Shape, b.Shape);
        var y = Tensor.Empty(a.Device, shape, recipe.ResultType(DTypes.Promote(a.DType, b.DType)));
        a.Device.Map(recipe.Forward, [y], [a, b]);
        if (recipe.HasGradient)
            Node.Record(this, y, recipe.KeepFor((a.Origin is null ? 0 : 1) | (b.Origin is null ? 0 : 2)), a, b);
        else
            OpTrace.Tell(this, y, a, b);
        return y;
    }

    internal Tensor ApplyToAll(ReadOnlySpan<Tensor> inputs)
    {
        var recipe = Recipe;
        var shape = inputs[0].Shape;
        var type = inputs[0].DType;
        int needed = 0;
        for (int i = 0; i < inputs.Length; i++)
        {
            shape = Shape.Broadcast(shape, inputs[i].Shape);
            type = DTypes.Promote(type, inputs[i].DType);
            needed |= inputs[i].Origin is null ? 0 : 1 << i;
        }
        var y = Tensor.Empty(inputs[0].Device, shape, recipe.ResultType(type));
        inputs[0].Device.Map(recipe.Forward, [y], inputs);
        if (recipe.HasGradient)
            Node.Record(this, y, recipe.KeepFor(needed), inputs);
        else
            OpTrace.Tell(this, y, inputs);
        return y;
    }

    internal sealed override Tensor? Gradient(int input, Tensor dy, Node node)
    {
        var part = Recipe.Parts[input];
        if (part.IsZero)
            return null;
        var shape = node.Input(input)!.Shape;
        if (part.IsDy)
            return dy.SumTo(shape);
        var buffer = new Operands();
        Span<Tensor> operands = ((Span<Tensor>)buffer)[..part.Uses.Length];
        for (int i = 0; i < operands.Length; i++)
            operands[i] = Operand(part.Uses[i], dy, node);
        if (GradMode.IsOn)
            return part.AsOp.ApplyToAll(operands).SumTo(shape);
        var dx = Tensor.Empty(dy.Device, dy.Shape, dy.DType);
        dy.Device.Map(part.Program, [dx], (ReadOnlySpan<Tensor>)operands);
        return dx.SumTo(shape);
    }

    private static Tensor Operand(int use, Tensor dy, Node node) => use switch
    {
        Recipe.DyIndex => dy,
        Recipe.YIndex => node.SavedOutput(),
        _ => node.SavedInput(use),
    };

    [InlineArray(Recipe.MostOperands)]
    private struct Operands
    {
        private Tensor first;
    }

    /// <summary>Programs found once. Not part of what the op is, so two ops with different caches are equal.</summary>
    private struct Cached : IEquatable<Cached>
    {
        internal Recipe? Recipe;

        public readonly bool Equals(Cached other) => true;

        public override readonly bool Equals(object? obj) => obj is Cached;

        public override readonly int GetHashCode() => 0;
    }
}
