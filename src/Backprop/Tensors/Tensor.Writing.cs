namespace Backprop;

/// <content>Changing numbers in place. Backward notices if it needed the old ones.</content>
public sealed partial class Tensor
{
    /// <summary>Overwrites this tensor's numbers with others, repeated to its shape.</summary>
    /// <exception cref="InvalidOperationException">It is part of a recorded calculation, which would no longer be
    /// true.</exception>
    public void Assign(Tensor values)
    {
        ArgumentNullException.ThrowIfNull(values);
        CheckWritable();
        Write(values);
    }

    /// <summary>A step by hand: this tensor takes the new numbers, however they were computed, and forgets its
    /// gradient. <c>w.Update(w - 0.1 * w.Grad)</c></summary>
    /// <remarks>No scope is needed. What was computed from the old numbers can no longer be differentiated, so it comes
    /// after <see cref="Backward(bool, bool)"/>.</remarks>
    /// <param name="values">Repeated to this tensor's shape.</param>
    /// <exception cref="InvalidOperationException">This tensor was computed from others.</exception>
    public void Update(Tensor values)
    {
        ArgumentNullException.ThrowIfNull(values);
        bool wasOn = GradMode.Set(false);
        try
        {
            CheckWritable();
            Write(values);
        }
        finally
        {
            GradMode.Set(wasOn);
        }
        grad = null;
    }

    /// <summary>Runs a program in place, outside any graph: for optimizers.</summary>
    internal void Overwrite(Program program, ReadOnlySpan<View> ins, ReadOnlySpan<double> scalars = default)
    {
        Device.Map(program, [this], ins, scalars);
        Storage.Version++;
    }

    private void CheckWritable()
    {
        if (Origin is null)
            return;
        if (Origin.Op is not null)
        {
            throw new InvalidOperationException($"This tensor was made by {Origin.Name}; writing into it would "
                + "falsify its gradient. Write into a Detach().Clone(), or choose with Tensor.Where.");
        }
        if (GradMode.IsOn)
        {
            throw new InvalidOperationException("This tensor requires a gradient, and writing into it is no step that "
                + "backward can follow. For a step by hand write w.Update(w - rate * w.Grad); else write inside "
                + "using (NoGrad()).");
        }
    }

    private void Write(Tensor values)
    {
        if (values.Origin is not null && GradMode.IsOn)
        {
            throw new InvalidOperationException("The new numbers require a gradient, which would be lost by "
                + "writing. Write their Detach(), or build the tensor with Stack, Concat or Where.");
        }
        if (Strides is not null)
        {
            for (int axis = 0; axis < Strides.Length; axis++)
            {
                if (Strides[axis] == 0 && Shape[axis] > 1)
                {
                    throw new InvalidOperationException("This tensor repeats its numbers (Expand), so it cannot be "
                        + "written. Clone() it first.");
                }
            }
        }
        OpTrace.TellRead(values);
        var source = values.Device == Device ? values.Detach() : values.To(Device);
        if (source.Storage == Storage)
            source = source.Copy();
        Device.Copy(source, this);
        Storage.Version++;
    }
}
