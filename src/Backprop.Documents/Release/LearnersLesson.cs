namespace Backprop.Documents;

/// <summary>What happened to a lesson in a learner's folder.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Change">What happened.</param>
public sealed record LearnersLesson(string File, LessonChange Change);

/// <summary>What bringing a learner's folder up to date did to one lesson.</summary>
public enum LessonChange
{
    /// <summary>It is as it was.</summary>
    None,

    /// <summary>It was not there before.</summary>
    New,

    /// <summary>The learner had not changed it, and it has a newer text now.</summary>
    Updated,

    /// <summary>The learner has changed it; its newer text lies beside it.</summary>
    Beside,
}
