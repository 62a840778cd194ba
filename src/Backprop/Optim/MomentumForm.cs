namespace Backprop;

/// <summary>How <see cref="Sgd"/> writes momentum. g is the gradient, β the momentum, η the learning rate.</summary>
/// <remarks>The three are one method as long as the rate is constant: the first two take the same steps, and the average
/// takes the steps of the others at the rate η / (1 − β). At β = 0.9 three gradients of 1 have moved the first two by
/// 2.71 η in the third step, the average by 0.271 η.</remarks>
public enum MomentumForm
{
    /// <summary>b ← βb + g, w ← w − ηb: PyTorch's buffer. A new rate acts at once on all that was gathered.</summary>
    Buffer,

    /// <summary>V ← βV − ηg, w ← w + V: the heavy ball and its velocity (Polyak 1964). A new rate acts on new gradients
    /// only.</summary>
    Velocity,

    /// <summary>m ← βm + (1 − β)g, w ← w − ηm: the moving average of the gradients, as in Adam.</summary>
    Average,
}
