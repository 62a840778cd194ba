namespace Backprop;

/// <summary>A tensor that backward will read, and how often its memory had been written to when it was kept.</summary>
internal readonly struct Saved(Tensor tensor)
{
    private readonly Tensor? tensor = tensor;
    private readonly int version = tensor.Storage.Version;

    /// <summary>The tensor if one was kept and nobody wrote to it since, else null.</summary>
    internal Tensor? IfUnchanged => tensor is not null && tensor.Storage.Version == version ? tensor : null;

    /// <summary>The tensor, still as it was.</summary>
    /// <exception cref="InvalidOperationException">It was changed since.</exception>
    internal Tensor Read(Node node, string which)
    {
        if (tensor!.Storage.Version != version)
        {
            throw new InvalidOperationException(
                $"Backward of {node.Name} needs {which} ({tensor.DType} {tensor.Shape}) as it was, but it was "
                    + "changed in place since. Call Backward() before the change (as before optimizer.Step()), or "
                    + "change a Clone().");
        }
        return tensor;
    }
}
