using System.Globalization;

namespace Backprop;

/// <summary>Rates by hand, each from a time on: <c>new ManualSchedule((0, 0.1), (10, 0.03), (35, 0.002))</c>. Before the
/// first of them it is η₀.</summary>
public sealed class ManualSchedule : Schedule
{
    private readonly (int From, double Rate)[] rates;

    /// <summary>Rates, each with the time from which it holds.</summary>
    /// <exception cref="ArgumentException">The times do not grow.</exception>
    public ManualSchedule(params ReadOnlySpan<(int From, double Rate)> rates)
    {
        this.rates = rates.ToArray();
        for (int i = 0; i < rates.Length; i++)
        {
            Options.NotNegative(rates[i].Rate, nameof(rates));
            if (i > 0 && rates[i].From <= rates[i - 1].From)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Times of rates grow, but {rates[i].From} comes after {rates[i - 1].From}. Sort them."));
            }
        }
    }

    /// <inheritdoc/>
    public override double LearningRate(int time, double start)
    {
        int next = Array.FindIndex(rates, rate => rate.From > time);
        int current = (next < 0 ? rates.Length : next) - 1;
        return current < 0 ? start : rates[current].Rate;
    }
}
