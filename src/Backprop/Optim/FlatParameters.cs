namespace Backprop;

/// <summary>All parameters, or all their gradients, as one long vector in float64: for methods that look at them together.</summary>
internal sealed class FlatParameters(IReadOnlyList<Tensor> parameters)
{
    /// <summary>The parameters one behind the other, [count].</summary>
    internal Tensor Values() => Flat(parameter => parameter);

    /// <summary>Their gradients one behind the other, [count]; 0 where there is none.</summary>
    internal Tensor Gradients() => Flat(parameter => parameter.Grad ?? Tensor.Zeros(parameter.Shape).To(parameter.Device));

    /// <summary>Overwrites the parameters with the numbers of a vector.</summary>
    internal void Set(Tensor vector)
    {
        bool wasOn = GradMode.Set(false);
        try
        {
            int start = 0;
            foreach (var parameter in parameters)
            {
                int end = start + parameter.Shape.Size;
                parameter.Assign(vector[start..end].Reshape(parameter.Shape));
                start = end;
            }
        }
        finally
        {
            GradMode.Set(wasOn);
        }
    }

    private Tensor Flat(Func<Tensor, Tensor> part) =>
        Tensor.Concat([.. parameters.Select(parameter => part(parameter).Detach().Reshape(-1).To(DType.Float64))]);
}
