using System.Globalization;
using Backprop.Tests.Parity;

namespace Backprop.Tests.WorkedNumbers;

[Collection(nameof(Seeded))]
public class WorkedNumberTests
{
    private static readonly Dictionary<string, WorkedNumber> Numbers = Fixture.WorkedNumbers().ToDictionary(n => n.Id);
    private static readonly ILookup<string, Answer> Answered = Answers.OfTheCourse.ToLookup(answer => answer.Id);

    public static TheoryData<string> Ids => [.. Numbers.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_number_of_the_course_comes_out_of_the_library(string id)
    {
        WorkedNumber number = Numbers[id];
        Answer answer = Assert.Single(Answered[id]);
        double actual = answer.Compute(), stated = double.Parse(number.Stated, CultureInfo.InvariantCulture);
        string message = string.Create(CultureInfo.InvariantCulture, $"{number}; the library has {actual:R}");
        // Where the number is 0, what is left of ones that cancel may stand.
        Assert.True(Math.Abs(actual - number.Value) <= answer.RelativeError * Math.Abs(number.Value) + 1e-15, message);
        Assert.True(Math.Abs(actual - stated) <= number.Tolerance * (1 + 1e-9), message);
    }

    [Fact]
    public void Every_number_of_the_course_is_computed_once() =>
        Assert.Equal(Numbers.Keys.Order(StringComparer.Ordinal),
            Answers.OfTheCourse.Select(answer => answer.Id).Order(StringComparer.Ordinal));
}
