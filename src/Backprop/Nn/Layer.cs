// Nn: layers and how they are put together. A layer only calls functions of tensors; it knows no device and no
// gradient.
namespace Backprop;

/// <summary>Anything that makes one tensor from another: a function such as <c>Relu</c>, <c>x =&gt; x * 2</c>, or a
/// <see cref="Module"/>, which converts to one by itself.</summary>
public delegate Tensor Layer(Tensor x);
