"""The templates, compiled: alone in knowing Jinja2.

Jinja2 looks twice for each attribute, and asks of each call whether it wants a context, since a template may be given
anything. These are given typed views and plain functions: an attribute is an attribute here, and a call is a call. The
words that hold no value are said when a template is compiled, and not again on each page. The hooks are those that
Jinja2 has for it: Environment.code_generator_class and Environment._generate.
"""

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, FunctionLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from dateline.web import files
from dateline.web.language import Language
from dateline.web.marking import Html
from dateline.web.spoken import spoken_in
from dateline.web.words import said

_MARKUP = (Html, Markup)


class Templates:
    """The templates, which say their own words, and the views', in a language."""

    def __init__(self, spoken: Language) -> None:
        environment = _Environment(
            extensions=["jinja2.ext.i18n"],
            loader=FunctionLoader(files.template),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        environment.spoken = spoken
        environment.newstyle_gettext = True  # type: ignore[attr-defined]  # "%(name)s" in what {% trans %} makes
        environment.globals |= spoken_in(spoken)
        environment.globals["marks"] = environment.get_template("marks.html").module
        self._template = cache(environment.get_template)
        self._known = dict(environment.globals)

    def drawn(self, name: str, **given: object) -> Html:
        """What the template of this name makes of what it is given."""
        template = self._template(name)
        # Shared: Jinja2 would merge in what all templates know from a ChainMap, which takes as long as a short page.
        context = template.new_context(self._known | given, shared=True)
        return Html("".join(template.root_render_func(context)))


class _Direct(CodeGenerator):
    """Writes attributes and calls as Python does. What is missing is still an error, as with StrictUndefined."""

    def _output_child_pre(self, *_: object) -> None:
        self.write("environment.shown(")

    def macro_def(self, macro_ref: MacroRef, _: Frame) -> None:
        self.write(f"environment.macro(macro, {len(macro_ref.node.args)})")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            raise NotImplementedError("templates have no {% call %} and no starred arguments")
        self.visit(node.node, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write(")")


class _SaidOnce(NodeTransformer):
    """Puts what is said in the place of each call that says something without a value."""

    def __init__(self, spoken: Language) -> None:
        self._spoken = spoken

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        match node:
            case nodes.Call(node=nodes.Name(name="_" | "gettext"), args=[nodes.Const(value=str(words))], kwargs=[]):
                return nodes.MarkSafe(nodes.Const(self._spoken.say(said(words))))
        return self.generic_visit(node)


class _Environment(Environment):
    code_generator_class = _Direct
    spoken: Language

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        return super()._generate(_SaidOnce(self.spoken).visit(source), name, filename, defer_init)

    def shown(self, value: object) -> str:
        """A value as markup, said in the language: as markupsafe.escape does, but markup already is not copied."""
        if type(value) is str:
            text = value
        elif isinstance(value, _MARKUP):
            return value
        else:
            text = self.spoken.say(value)
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return text.replace("'", "&#39;").replace('"', "&#34;")

    @staticmethod
    def macro(draw: Callable[..., str], takes: int) -> Callable[..., Html]:
        """A macro, as a function of so many arguments, of which the last may be left out."""

        def drawn(*given: object) -> Html:
            return Html(draw(*given, *[missing] * (takes - len(given))))

        return drawn
