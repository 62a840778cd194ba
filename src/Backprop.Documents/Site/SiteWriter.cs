namespace Backprop.Documents;

/// <summary>
/// Writes what a run made: the executed notebook, its page, the pictures beside it, and at the end the list of lessons.
/// Each file is written completely or not at all; nothing is deleted.
/// </summary>
public sealed class SiteWriter
{
    private readonly RunPlan plan;
    private readonly Assets assets;
    private readonly Lesson[] lessons;
    private readonly Dictionary<PlannedNotebook, NotebookRun> runs = [];
    private readonly SearchIndex search = new();

    /// <summary>Reads the titles of all lessons and makes sure that the output folder can be written.</summary>
    /// <exception cref="UsageException">The output folder cannot be written.</exception>
    public SiteWriter(RunPlan plan, Assets assets)
    {
        this.plan = plan;
        this.assets = assets;
        Probe(plan.Folder);
        lessons = [.. plan.Notebooks.Select(Lesson.Of)];
    }

    /// <summary>
    /// Writes the notebook as far as it ran, its page and its pictures; nothing for a notebook that could not be read.
    /// </summary>
    /// <exception cref="DocumentException">A file cannot be written.</exception>
    public void Write(NotebookRun run)
    {
        runs[run.Planned] = run;
        if (run.Notebook is null)
            return;
        NotebookWriter.Write(run.Notebook, plan.PathOf(run.Planned.NotebookPath));
        var page = new LessonPage(plan, lessons, run, assets);
        AtomicFile.Write(plan.PathOf(run.Planned.PagePath), page.ToHtml());
        search.Add(lessons.First(lesson => lesson.Planned == run.Planned).Title, UrlOf(run.Planned), page.Text!);
        foreach ((string relative, string source) in page.Pictures)
            CopyPicture(run.Planned, relative, source);
    }

    /// <summary>Writes <c>index.html</c>: every lesson with how its run went.</summary>
    /// <returns>Its full path.</returns>
    /// <exception cref="DocumentException">The file cannot be written.</exception>
    public string WriteIndex()
    {
        string path = plan.PathOf("index.html");
        AtomicFile.Write(path, IndexPage.ToHtml(lessons, runs, search));
        return path;
    }

    /// <summary>The address of a lesson's page, from the list of lessons.</summary>
    internal static string UrlOf(PlannedNotebook planned) =>
        string.Join('/', planned.PagePath.Split('/').Select(Uri.EscapeDataString));

    // A picture from above the output folder has no place in it; the page has it inside.
    private void CopyPicture(PlannedNotebook planned, string relative, string source)
    {
        string target = plan.PathOf(Path.Combine(Path.GetDirectoryName(planned.NotebookPath)!, relative));
        bool isInside = target.StartsWith(plan.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        if (!isInside || RealPath.Comparer.Equals(RealPath.Of(target), RealPath.Of(source)))
            return;
        AtomicFile.Write(target, stream => stream.Write(File.ReadAllBytes(source)));
    }

    private static void Probe(string folder)
    {
        string probe = Path.Combine(folder, $".{Path.GetRandomFileName()}");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(probe, []);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{folder}: cannot be written, {DiskError.Reason(error)}. "
                + "Choose another output folder with --out.", error);
        }
        finally
        {
            DiskError.Ignore(() => File.Delete(probe));
        }
    }
}
