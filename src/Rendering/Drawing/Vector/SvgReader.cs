using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Cycle.Rendering.Drawing.Vector;

/// <summary>
/// Reads the part of SVG that logos are made of: filled paths, rectangles, circles, ellipses and polygons, in groups. Whatever else
/// could change the picture is refused by name and line, so that a logo is printed right or not at all.
/// </summary>
internal sealed class SvgReader
{
    private const string Remedy = "Save the logo as plain SVG with filled paths only: convert strokes and text to paths and apply transforms.";
    private static readonly string[] Silent = ["title", "desc", "metadata"];
    private static readonly string[] Refused =
        ["transform", "style", "class", "stroke", "opacity", "fill-opacity", "clip-path", "mask", "filter", "display", "visibility"];

    // What changes nothing: no stroke, an opacity of one, a shape that is shown.
    private static readonly string[] Harmless = ["none", "1", "inline", "visible"];

    private readonly List<VectorShape> shapes = [];
    private double left;
    private double top;

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="FormatException">It is not such a picture; the message names line and element.</exception>
    internal static VectorPicture Read(string svg)
    {
        XElement root;
        try
        {
            root = XDocument.Parse(svg, LoadOptions.SetLineInfo).Root!;
        }
        catch (XmlException broken)
        {
            throw new FormatException($"not readable XML: {broken.Message}", broken);
        }

        var box = SvgPath.Numbers((string?)root.Attribute("viewBox") ?? "");
        if (root.Name.LocalName != "svg" || box.Count != 4 || box[2] <= 0 || box[3] <= 0)
        {
            throw Wrong(root, "expected an svg element with a viewBox of four numbers");
        }

        var reader = new SvgReader { left = box[0], top = box[1] };
        reader.Group(root, new("#000000", "nonzero"));
        return new(box[2], box[3], reader.shapes);
    }

    private void Group(XElement group, Paint outside)
    {
        var paint = PaintOf(group, outside);
        foreach (var element in group.Elements().Where(element => !Silent.Contains(element.Name.LocalName)))
        {
            if (element.Name.LocalName == "g")
            {
                Group(element, paint);
            }
            else if (PaintOf(element, paint) is { Fill: not "none" } own)
            {
                Add(element, own);
            }
        }
    }

    /// <summary>What an element is painted with: what it says itself, otherwise what holds around it.</summary>
    private static Paint PaintOf(XElement element, Paint outside) => Refused.FirstOrDefault(name => Says(element, name)) is { } refused
        ? throw Wrong(element, $"found the attribute '{refused}', which is not drawn here")
        : new((string?)element.Attribute("fill") ?? outside.Fill, (string?)element.Attribute("fill-rule") ?? outside.Rule);

    private void Add(XElement element, Paint paint)
    {
        try
        {
            var steps = SvgShapes.Steps(element.Name.LocalName, name => (string?)element.Attribute(name))
                ?? throw Wrong(element, "found an element that is not drawn here");
            shapes.Add(new(Ink.Parse(paint.Fill), paint.Rule == "evenodd", [.. steps.Select(step => step.MovedAndScaled(-left, -top, 1))]));
        }
        catch (FormatException wrong) when (!wrong.Message.Contains(Remedy, StringComparison.Ordinal))
        {
            throw Wrong(element, wrong.Message);
        }
    }

    private static bool Says(XElement element, string attribute) =>
        (string?)element.Attribute(attribute) is { } value && (!Harmless.Contains(value) || (attribute == "display" && value == "none"));

    private static FormatException Wrong(XElement element, string what) => new(string.Create(
        CultureInfo.InvariantCulture, $"line {((IXmlLineInfo)element).LineNumber}, <{element.Name.LocalName}>: {what}. {Remedy}"));

    private sealed record Paint(string Fill, string Rule);
}
