namespace Backprop.Documents;

/// <summary>The commands that stand for one sign.</summary>
internal static class TexSymbols
{
    /// <summary>Letters that lean: small Greek.</summary>
    public static IReadOnlyDictionary<string, string> Letters { get; } = Table("""
        alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ
        mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ
        psi ψ omega ω ell ℓ hbar ℏ imath ı jmath ȷ
        """);

    /// <summary>Letters and signs that stand upright.</summary>
    public static IReadOnlyDictionary<string, string> Upright { get; } = Table("""
        Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
        partial ∂ nabla ∇ infty ∞ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠
        Re ℜ Im ℑ aleph ℵ wp ℘ prime ′ degree ° checkmark ✓ square □ blacksquare ■ triangle △ star ⋆ bigstar ★
        dots … ldots … dotsc … cdots ⋯ dotsb ⋯ vdots ⋮ ddots ⋱ P ¶ S § pounds £ clubsuit ♣ heartsuit ♥
        # # % % $ $ & & _ _
        """);

    /// <summary>Signs between two things.</summary>
    public static IReadOnlyDictionary<string, string> Operators { get; } = Table("""
        cdot ⋅ times × div ÷ pm ± mp ∓ ast ∗ circ ∘ bullet ∙ odot ⊙ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ cup ∪ cap ∩
        setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ diamond ⋄ bmod mod dagger †
        le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ lt < gt > ll ≪ gg ≫ ne ≠ neq ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅
        propto ∝ prec ≺ succ ≻ preceq ⪯ succeq ⪰ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ perp ⟂
        parallel ∥ mid ∣ nmid ∤ vdash ⊢ models ⊨ doteq ≐ triangleq ≜ coloneqq ≔ asymp ≍ colon :
        to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⟺ implies ⟹
        impliedby ⟸ mapsto ↦ longrightarrow ⟶ longleftarrow ⟵ Longrightarrow ⟹ longmapsto ⟼ hookrightarrow ↪ uparrow ↑
        downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightleftharpoons ⇌
        leadsto ⇝ therefore ∴ because ∵
        """);

    /// <summary>Signs whose scripts stand below and above.</summary>
    public static IReadOnlyDictionary<string, string> Large { get; } = Table("""
        sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ bigvee ⋁ bigwedge ⋀ bigsqcup ⨆
        """);

    /// <summary>Integrals: their scripts stand at the side.</summary>
    public static IReadOnlyDictionary<string, string> Integrals { get; } = Table("int ∫ iint ∬ iiint ∭ oint ∮");

    /// <summary>Names that take limits below; a low line stands for a space.</summary>
    public static IReadOnlyDictionary<string, string> LimitNames { get; } = Table("""
        lim lim max max min min sup sup inf inf limsup lim_sup liminf lim_inf det det gcd gcd Pr Pr argmax arg_max
        argmin arg_min
        """);

    /// <summary>Names of functions.</summary>
    public static IReadOnlySet<string> Functions { get; } = new HashSet<string>((
        "sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan exp log ln lg arg deg dim hom ker sgn erf "
        + "softmax sigmoid relu tr diag rank var cov").Split(' '));

    /// <summary>Brackets by command.</summary>
    public static IReadOnlyDictionary<string, string> Brackets { get; } = Table("""
        { { } } lbrace { rbrace } lbrack [ rbrack ] langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ | ‖
        Vert ‖ vert |
        lvert | rvert | lVert ‖ rVert ‖ lgroup ⟮ rgroup ⟯
        """);

    /// <summary>Signs over a letter.</summary>
    public static IReadOnlyDictionary<string, string> Accents { get; } = Table("""
        hat ^ bar ¯ tilde ~ vec → dot ˙ ddot ¨ dddot ⃛ check ˇ breve ˘ acute ´ grave ` mathring ˚
        """);

    /// <summary>Signs over a thing that are as wide as it is.</summary>
    public static IReadOnlyDictionary<string, string> WideAccents { get; } = Table("""
        widehat ^ widetilde ~ overrightarrow → overleftarrow ← overbrace ⏞
        """);

    /// <summary>Styles of letters: the command and the alphabet.</summary>
    public static IReadOnlyDictionary<string, string> Styles { get; } = Table("""
        mathbf bold boldsymbol bolditalic bm bolditalic pmb bolditalic mathbb double mathcal script mathscr script
        mathfrak fraktur mathsf sans mathtt mono mathit italic mathnormal italic
        """);

    /// <summary>Spaces in em.</summary>
    public static IReadOnlyDictionary<string, double> Spaces { get; } = new Dictionary<string, double>
    {
        [","] = 0.1667, ["thinspace"] = 0.1667, [":"] = 0.2222, [">"] = 0.2222, ["medspace"] = 0.2222, [";"] = 0.2778,
        ["thickspace"] = 0.2778, ["!"] = -0.1667, ["negthinspace"] = -0.1667, [" "] = 0.25, [""] = 0.25,
        ["enspace"] = 0.5, ["quad"] = 1, ["qquad"] = 2,
    };

    private static Dictionary<string, string> Table(string text)
    {
        string[] words = text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var table = new Dictionary<string, string>();
        for (int i = 0; i + 1 < words.Length; i += 2)
            table[words[i]] = words[i + 1];
        return table;
    }
}
