namespace Backprop.Tests.Checks;

/// <summary>Lesson 8's checks: each mistake that people make hears its own message; other right answers pass.</summary>
[Collection("checks")]
public class L08Tests
{
    public static TheoryData<string> WrongAnswers => [.. Answer.Names("wrong")];

    public static TheoryData<string> RightAnswers => [.. Answer.Names("right")];

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task A_wrong_answer_hears_its_own_message_and_earns_what_is_right_in_it(string name)
    {
        Answer answer = Answer.Read("wrong", name);
        var (verdict, score) = await Run(answer.Exercise, answer.Cells());
        Assert.False(verdict.Passed);
        Assert.StartsWith("NOT YET", verdict.ToString());
        Assert.Contains(answer.Says, verdict.ToString());
        Assert.Equal(answer.Points, verdict.Points);
        Assert.Equal(verdict.Points.ToString(System.Globalization.CultureInfo.InvariantCulture), score);
    }

    [Theory]
    [MemberData(nameof(RightAnswers))]
    public async Task Another_right_answer_passes(string name)
    {
        Answer answer = Answer.Read("right", name);
        var (verdict, score) = await Run(answer.Exercise, answer.Cells());
        Assert.True(verdict.Passed, verdict.ToString());
        Assert.Equal(verdict.Max.ToString(System.Globalization.CultureInfo.InvariantCulture), score);
    }

    [Theory]
    [InlineData("L08.a", 6)]
    [InlineData("L08.b", 5)]
    [InlineData("L08.c", 5)]
    [InlineData("L08.d", 4)]
    public async Task The_reference_solution_earns_all_points(string exercise, double points)
    {
        var (verdict, score) = await Run(exercise, Answer.Solution(exercise));
        Assert.Equal(points, verdict.Max);
        Assert.StartsWith($"PASSED  {exercise}: {points} of {points} points\n  ok       ", verdict.ToString());
        Assert.Equal($"{points}", score);
    }

    [Fact]
    public void Each_wrong_answer_of_the_lessons_record_is_among_the_files()
    {
        Assert.True(Answer.Names("wrong").Count() >= 36);
        Assert.All(["a-", "b-", "c-", "d-"], letter =>
            Assert.True(Answer.Names("wrong").Count(name => name.StartsWith(letter, StringComparison.Ordinal)) >= 3));
    }

    [Theory]
    [InlineData("L08.c", "double[] S(int nodes, IReadOnlyList<(int From, int To, double Z)> edges, int o)")]
    [InlineData("L08.d", "(long Paths, long Edges) Count(int layers, int width)")]
    [InlineData("L08.b", "static void Backward(this Value output)")]
    public async Task The_released_cell_is_not_started_and_earns_nothing(string exercise, string head)
    {
        List<string> cells = Answer.Solution(exercise);
        cells[^1] = head + "\n{\n    // YOUR CODE HERE\n    throw new NotImplementedException();\n}";
        var (verdict, score) = await Run(exercise, cells);
        Assert.True(verdict.NotStarted);
        Assert.Equal("0", score);
        Assert.Equal(
            $"NOT YET {exercise}: 0 of {verdict.Max} points\n  not started: replace the line "
            + "`throw new NotImplementedException();` by your answer, run that cell, then run this check again.",
            verdict.ToString());
    }

    private static async Task<(Verdict Verdict, string Score)> Run(string exercise, List<string> solution)
    {
        var cells = new Cells();
        if (exercise == "L08.b")
            solution.Insert(0, Answer.Solution("L08.a")[0]);
        foreach (string cell in solution)
            await cells.Run(cell);
        object? verdict = await cells.Run(Answer.Cell($"{exercise}-check"));
        object? score = await cells.Run(Answer.Cell($"{exercise}-grade"));
        return ((Verdict)verdict!, (string)score!);
    }
}
