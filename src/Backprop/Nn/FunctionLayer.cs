namespace Backprop;

/// <summary>A function as a module, so that a net can list and name all its layers.</summary>
public sealed class FunctionLayer : Module
{
    private readonly Layer function;

    internal FunctionLayer(Layer function) => this.function = function;

    /// <summary>The function's name; <c>Function</c> for one without.</summary>
    // The compiler puts < into names of its own.
    public string Name =>
        function.Method.Name.Contains('<', StringComparison.Ordinal) ? "Function" : function.Method.Name;

    /// <summary>Calls the function.</summary>
    public override Tensor Forward(Tensor x) => function(x);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
