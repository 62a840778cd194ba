using System.Globalization;
using Backprop.Documents;
using Backprop.Tests.Lessons;

namespace Backprop.Tests.Checks;

/// <summary>
/// The checks of all lessons: each mistake that people make hears its own message, other right answers pass, and what a
/// learner starts from earns nothing.
/// </summary>
[Collection("checks")]
public class AnswerTests
{
    public static TheoryData<string, string> WrongAnswers => All("wrong");

    public static TheoryData<string, string> RightAnswers => All("right");

    public static TheoryData<string> Exercises =>
    [
        .. Course.Files.SelectMany(file => new LessonNotebook(file).Exercises)
            .Where(exercise => !exercise.IsWritten).Select(exercise => exercise.Id),
    ];

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task A_wrong_answer_hears_its_own_message_and_earns_what_is_right_in_it(string lesson, string name)
    {
        Answer answer = Answer.Read(lesson, "wrong", name);
        var (verdict, score) = await Run(answer.Exercise, answer.Cells());
        Assert.StartsWith("NOT YET", verdict.ToString());
        Assert.Contains(answer.Says, verdict.ToString());
        Assert.Equal(answer.Points, verdict.Points);
        Assert.Equal(Number(verdict.Points), score);
    }

    [Theory]
    [MemberData(nameof(RightAnswers))]
    public async Task Another_right_answer_passes(string lesson, string name)
    {
        Answer answer = Answer.Read(lesson, "right", name);
        var (verdict, score) = await Run(answer.Exercise, answer.Cells());
        Assert.True(verdict.Passed, verdict.ToString());
        Assert.Equal(Number(verdict.Max), score);
    }

    [Theory]
    [MemberData(nameof(Exercises))]
    public async Task The_reference_solution_earns_the_points_of_the_statement(string id)
    {
        LessonExercise exercise = Course.Exercise(id);
        var (verdict, score) = await Run(id, [.. exercise.Solutions.Select(cell => cell.Source)]);
        string points = Number(exercise.Points);
        Assert.StartsWith($"PASSED  {id}: {points} of {points} points\n  ok       ", verdict.ToString());
        Assert.Equal(points, score);
    }

    [Theory]
    [MemberData(nameof(Exercises))]
    public async Task The_released_cells_are_not_started_and_earn_nothing(string id)
    {
        LessonExercise exercise = Course.Exercise(id);
        var (verdict, score) = await Run(id, [.. exercise.Solutions.Select(cell => ReleasedSource.Of(cell.Source, id))]);
        Assert.True(verdict.NotStarted, verdict.ToString());
        Assert.Equal("0", score);
        Assert.Equal(
            $"NOT YET {id}: 0 of {exercise.Points} points\n  not started: replace the line "
            + "`throw new NotImplementedException();` by your answer, run that cell, then run this check again.",
            verdict.ToString());
    }

    [Theory]
    [MemberData(nameof(Exercises))]
    public void Every_exercise_has_three_wrong_and_two_right_answers_to_show_for(string id)
    {
        string letter = id[^1] + "-";
        Assert.True(Answer.Names(id[..3], "wrong").Count(name => name.StartsWith(letter, StringComparison.Ordinal)) >= 3);
        Assert.True(Answer.Names(id[..3], "right").Count(name => name.StartsWith(letter, StringComparison.Ordinal)) >= 2);
    }

    private static TheoryData<string, string> All(string folder)
    {
        var all = new TheoryData<string, string>();
        foreach (string lesson in Answer.Lessons)
            foreach (string name in Answer.Names(lesson, folder))
                all.Add(lesson, name);
        return all;
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static async Task<(Verdict Verdict, string Score)> Run(string id, List<string> solution)
    {
        var cells = new Cells();
        // The walk back needs the class of the exercise before it.
        if (id == "L08.b")
            solution.Insert(0, Course.Exercise("L08.a").Solutions[0].Source);
        foreach (string cell in solution)
            await cells.Run(cell);
        object? verdict = await cells.Run(Course.Exercise(id).Checks[0].Source);
        object? score = await cells.Run(Course.Exercise(id).Grades[0].Source);
        return ((Verdict)verdict!, (string)score!);
    }
}
