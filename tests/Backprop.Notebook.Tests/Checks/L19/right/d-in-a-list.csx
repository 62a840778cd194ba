// L19.d
string[] Diagnose() { var words = new List<string> { "blind", "collapsed" }; words.Add("frozen"); return [.. words]; }
