namespace Backprop.Documents;

/// <summary>What the course has to teach: the rows of <c>curriculum.tsv</c>, which lies beside the lessons.</summary>
public sealed class Curriculum
{
    private const string FileName = "curriculum.tsv";

    private Curriculum(IReadOnlyList<CurriculumRow> rows) => Rows = rows;

    /// <summary>All rows, in order.</summary>
    public IReadOnlyList<CurriculumRow> Rows { get; }

    /// <summary>Reads the rows of a folder of lessons: row, lesson, what it teaches, and where the notes say so.</summary>
    /// <exception cref="DocumentException">The file is not there, or a line has not four fields.</exception>
    public static Curriculum Read(string folder)
    {
        string file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
            throw new DocumentException($"{file}: is not there. It lists what the lessons have to teach.");
        var rows = new List<CurriculumRow>();
        foreach ((int number, string line) in File.ReadLines(file).Index().Skip(1))
        {
            if (line.Split('\t') is not [string row, string lesson, string teaches, string notes])
                throw new DocumentException($"{file}, line {number + 1}: needs four fields with tabs between them.");
            rows.Add(new CurriculumRow(row, lesson, teaches, notes));
        }
        return new Curriculum(rows);
    }
}

/// <summary>One thing that the course has to teach.</summary>
/// <param name="Row">Its name, such as <c>D28</c>; cells that teach it carry it as a tag.</param>
/// <param name="Lesson">The lesson that promises it, such as <c>L03</c>.</param>
/// <param name="Teaches">What it is.</param>
/// <param name="Notes">Which of the lecture notes say so.</param>
public sealed record CurriculumRow(string Row, string Lesson, string Teaches, string Notes);
