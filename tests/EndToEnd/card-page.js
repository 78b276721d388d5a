// In the browser, beside adaptivecards and markdown-it: draws a card and tells how it looks.
const markdown = markdownit({ html: true });
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

// By the schema only texts and facts are Markdown.
AdaptiveCards.GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;

// As in Teams: buttons that don't fit beside each other go on below.
document.head.append(Object.assign(document.createElement("style"), { textContent: ".ac-actionSet { flex-wrap: wrap }" }));

function draw(card) {
  const parsed = new AdaptiveCards.AdaptiveCard();
  parsed.parse(card);
  document.body.style.margin = "0";
  document.body.replaceChildren(parsed.render());
}

function textOf(card) {
  draw(card);
  return document.body.innerText.replace(/\s+/g, " ").trim();
}

function cutOff(card) {
  draw(card);
  const width = document.documentElement.clientWidth;
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.tagName !== "OPTION" && element.getBoundingClientRect().right > width + 1)
    .map((element) => `${element.className || element.tagName}: ${element.innerText.slice(0, 60)}`)
    .slice(0, 3)
    .join("; ");
}
