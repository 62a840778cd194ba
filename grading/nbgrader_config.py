"""Settings that nbgrader needs for a course in C#. Copy this file into the folder of the nbgrader course."""

c = get_config()  # noqa: F821 - nbgrader provides it

# What stands in place of a solution. nbgrader finds it by the language of the notebook's kernel.
c.ClearSolutions.code_stub = {
    "C#": "// YOUR CODE HERE\nthrow new NotImplementedException();",
}
c.ClearSolutions.text_stub = "*Your answer here.*"

# A test cell that a learner has deleted comes back. nbgrader writes its note with "# " in front, which C# reads as a
# directive; a region is one that it accepts.
c.OverwriteCells.add_missing_cells = True
c.OverwriteCells.missing_cell_notification = "region missing {cell_id}\n#endregion\n"

# Lessons that train a network need longer than nbgrader's 30 seconds.
c.Execute.timeout = 120
