using System.Globalization;
using Backprop.Tests.Parity;

namespace Backprop.Tests.WorkedNumbers;

public class PrintedNumberTests
{
    [Fact]
    public void Every_printed_number_is_the_rounded_value()
    {
        Assert.All(Fixture.WorkedNumbers(), n =>
        {
            double stated = double.Parse(n.Stated, CultureInfo.InvariantCulture);
            Assert.True(Math.Abs(n.Value - stated) <= n.Tolerance * (1 + 1e-9), n.ToString());
        });
    }

    [Fact]
    public void Every_lesson_has_worked_numbers_with_items_of_the_curriculum()
    {
        IReadOnlyList<WorkedNumber> numbers = Fixture.WorkedNumbers();
        Assert.Distinct(numbers.Select(n => n.Id));
        Assert.Equal(
            Enumerable.Range(1, 21).Select(lesson => "L" + lesson.ToString("00", CultureInfo.InvariantCulture)),
            numbers.Select(n => n.Id[..3]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(numbers, n => Assert.NotEmpty(n.Items));
        Assert.All(
            numbers.SelectMany(n => n.Items),
            item => Assert.InRange(int.Parse(item[1..], CultureInfo.InvariantCulture), 1, 222));
    }
}
