using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Backprop.Documents;

/// <summary>
/// The seal of a graded cell as nbgrader has it (format 3): a checksum in the cell's metadata, by which a changed cell is
/// noticed. It has no key: it tells of accidents, and anybody can compute it anew.
/// </summary>
public static class CellSeal
{
    /// <summary>Seals a cell that nbgrader knows, and locks what a learner is not to edit; leaves other cells alone.</summary>
    public static void Put(NotebookCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (MarksOf(cell) is not JsonObject marks || !(Is(marks, "grade") || Is(marks, "solution") || IsLocked(marks)))
            return;
        marks["checksum"] = Checksum(cell, marks);
        marks["cell_type"] = KindOf(cell);
        cell.Metadata["deletable"] = false;
        if (IsLocked(marks))
            cell.Metadata["editable"] = false;
    }

    /// <summary>What is wrong with the seal of a cell that its learner must not change; null where nothing is.</summary>
    public static string? Fault(NotebookCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (MarksOf(cell) is not JsonObject marks || (string?)marks["checksum"] is not string checksum)
            return null;
        if ((string?)marks["cell_type"] is string kind && kind != KindOf(cell))
            return $"was a {kind} cell and is a {KindOf(cell)} cell now. Turn it back";
        return IsLocked(marks) && checksum != Checksum(cell, marks)
            ? "was changed; a grader puts the teacher's text back before it counts"
            : null;
    }

    /// <summary>True for a text that a teacher reads and in which nothing is written yet.</summary>
    public static bool IsBlankAnswer(NotebookCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return MarksOf(cell) is JsonObject marks && Is(marks, "grade") && Is(marks, "solution")
            && (string?)marks["checksum"] is string checksum && checksum == Checksum(cell, marks);
    }

    private static string Checksum(NotebookCell cell, JsonObject marks)
    {
        bool isGrade = Is(marks, "grade");
        string text = cell.Source + KindOf(cell) + Python(isGrade) + Python(Is(marks, "solution"))
            + Python(IsLocked(marks)) + (string?)marks["grade_id"];
        if (isGrade)
            text += Python(double.Parse(marks["points"]!.ToJsonString(), CultureInfo.InvariantCulture));
        // The format's choice. It guards nothing.
#pragma warning disable CA5351
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
    }

    // A cell with tests counts as locked whatever its mark says, and one with an answer never does.
    private static bool IsLocked(JsonObject marks) =>
        !Is(marks, "solution") && (Is(marks, "grade") || Is(marks, "locked"));

    private static JsonObject? MarksOf(NotebookCell cell) => cell.Metadata["nbgrader"] as JsonObject;

    private static bool Is(JsonObject marks, string mark) =>
        marks[mark] is JsonValue value && value.TryGetValue(out bool on) && on;

    private static string KindOf(NotebookCell cell) => cell.Kind switch
    {
        CellKind.Code => "code",
        CellKind.Markdown => "markdown",
        _ => "raw",
    };

    private static string Python(bool value) => value ? "True" : "False";

    private static string Python(double value) => value % 1 == 0
        ? value.ToString("0.0", CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);
}
