#include <config.h>

#include <string.h>

#include "base/buf.h"
#include "read/document.h"
#include "runner.h"
#include "text/text.h"

static hence_lexicon *lexicon;

/* Bars mark the ends of sentences; each case says what it is about. */
static const struct {
    const char *why, *marked;
} hard[] = {
    {"two plain sentences", "Rates fell.|Firms invested."},
    {"title before a name", "Dr. Lind and Mrs. Osei disagreed.|The court sided with Mr. Keane."},
    {"military and political titles", "Gen. Park met Sen. Whitfield.|Gov. Alvarez stayed away."},
    {"saint in a place name", "The port of St. John froze over."},
    {"initials of a name", "J. S. Mill wrote on liberty.|T. H. Green disagreed."},
    {"one initial in a name", "The essay by George W. Marsh was ignored."},
    {"an initial that ends a sentence", "The council chose plan B.|The mayor objected."},
    {"a letter that names a kind, before a capital", "Scurvy is a lack of vitamin C.|Rickets is rarer."},
    {"an initial behind a small word", "The report by C. Rickets was read.|It was long."},
    {"a country before a noun", "The U.S. tariffs hit farmers.|The U.K. followed."},
    {"a country that ends a sentence", "Farmers exported to the U.S.|The tariffs ended that."},
    {"a country before a name", "The U.S. Congress passed the bill."},
    {"number before a figure", "The ban rests on Directive No. 91 of the council."},
    {"the word no", "Should cities ban cars?|No.|The poor would pay for it."},
    {"figure and page references", "The rise is shown in Fig. 3 on p. 12 of the report."},
    {"section references", "The duty in Sec. 4 and Art. 9 is plain.|Judges ignore it."},
    {"e.g. and i.e. in brackets", "Some crops (e.g. cotton) drain wells, i.e. they need pumps."},
    {"etc. inside a sentence", "Roads, ports, etc. need repair."},
    {"etc. at the end", "They repaired roads, ports, etc.|The work took years."},
    {"versus", "It is a choice of jobs vs. clean air."},
    {"several authors", "The trial by Osei et al. found no harm."},
    {"a company", "Vale Inc. leaked oil.|Dale Ltd. cleaned it up."},
    {"a month before a day", "The vote of Jan. 9 was close."},
    {"time of day inside", "Shops open at 7 a.m. by law."},
    {"time of day at the end", "Shops open at 7 a.m.|The law allows it."},
    {"a degree", "She holds a Ph.D. in law.|He holds an M.B.A. from Dale."},
    {"decimals", "Prices rose 3.5 per cent.|Wages rose 0.4 per cent."},
    {"money with cents", "A ride costs $2.75.|It cost $1.50 before."},
    {"a year at the end", "The dam broke in 2010.|The town was rebuilt."},
    {"a figure that opens a sentence", "The tax failed.|In all 12 towns voted against it.|40 others abstained."},
    {"question in a quotation, in mid-sentence", "\"Who will pay?\" she asked the minister."},
    {"question in a quotation at the end", "She asked, \"Who will pay?\"|Nobody answered."},
    {"full stop inside quotes", "He called it \"a tax on the poor.\"|Others disagreed."},
    {"full stop after quotes", "He called it \"a tax on the poor\".|Others disagreed."},
    {"curly quotes", "\xE2\x80\x9CWe cannot pay.\xE2\x80\x9D|\xE2\x80\x9CThen borrow.\xE2\x80\x9D"},
    {"single quotes", "She called it \xE2\x80\x98theft.\xE2\x80\x99|The court did not."},
    {"brackets around a sentence", "Tolls cut traffic.|(They also raise money.)|Drivers adapt."},
    {"letters in brackets that number sentences",
     "There are two reasons.|(a) Tolls cut traffic.|(b) They raise money."},
    {"letters in brackets before small letters", "Who gains?|(i) the poor gain.|(ii) the old gain."},
    {"letters and one bracket", "There are two reasons.|a) Tolls cut traffic.|b) They raise money."},
    {"letters in brackets inside a sentence", "Tolls (a) cut traffic, (b) raise money and (c) anger drivers."},
    {"a letter after a section", "The duty in Sec. (a) of the act is plain."},
    {"numbers behind a colon", "The reasons are these: 1. Tolls cut traffic.|2. They raise money."},
    {"brackets inside a sentence", "Tolls (they raise money.) are unpopular."},
    {"question marks in brackets", "The fund (who owns it?) bought the port."},
    {"ellipsis inside", "The plan was ... delayed again."},
    {"ellipsis at the end", "The plan was delayed ...|Nobody knew why."},
    {"a one-sign ellipsis inside", "The plan was\xE2\x80\xA6 delayed again."},
    {"an elision in brackets", "The treaty [...] Parliament signed is void."},
    {"spaced full stops", "The plan was . . . delayed again."},
    {"a mark of a note", "Rates fell.[12]|Firms invested.[3], [4]|Wages rose."},
    {"a mark of a note after a blank", "Rates fell. [12] [13]|Firms invested."},
    {"a bare mark of a note", "Rates fell.12|Firms invested."},
    {"a web address", "See https://example.org/a.b?c=D.E for details.|It is free."},
    {"a domain name", "The site data.gov.uk lists every grant."},
    {"an e-mail address", "Write to press.office@example.org for a copy.|It is free."},
    {"a version and a section number", "Rule 4.2.1 of Code 2.0 applies."},
    {"no blank after a full stop", "It is a tax, she said.|The poor pay it."},
    {"small letter after a full stop", "the levy failed.|it was badly drafted."},
    {"exclamation and question run on", "Who pays?!|The poor do!!|Nobody else."},
    {"a name with an exclamation mark", "The Yahoo! case changed privacy law."},
    {"an enumerator that opens a paragraph", "1. Rates fell.|Firms invested."},
    {"a lettered point", "(a) Rates fell.|Firms invested."},
    {"a roman numeral", "Chapter IV. covers ports."},
    {"a colon and a capital", "One thing is clear: The poor pay."},
    {"a semicolon", "Rates fell; firms invested."},
    {"a stray semicolon after a full stop", "Rates fell.;|Firms invested."},
    {"a stray semicolon inside", "Rates fell; in every region; and firms invested."},
    {"a dash after a question", "Who pays? \xE2\x80\x94 the poor do."},
    {"an abbreviation in small letters that is a word",
     "The miner fell ill.|The mine ran out of ore.|It sat on a shelf."},
    {"an acronym in capitals", "The rule binds the W.T.O. and N.A.T.O. alike."},
    {"a circa date", "The mill (built c. 1850) closed."},
    {"per cent by its sign", "Turnout fell by 4%.|Nobody noticed."},
    {"two abbreviations in a row", "The firm moved to Washington, D.C., in Jan. 2010.|It grew."},
    {"a quotation that is a sentence", "\"Rates must fall.\"|That is what he said."},
    {"a footnote sign", "Rates fell.*|Firms invested."},
    {"Spanish marks", "\xC2\xBFQui\xC3\xA9n paga?|The poor do."},
    {"raised figures after a full stop", "Rates fell.\xC2\xB9|Firms invested.\xC2\xB2\xC2\xB3|Wages rose."},
    {"a mark right after a thousand", "The road carries 60,000.1|Because it jams, hauliers lose."},
    {"a mark right after a year", "The law passed in 2019.14|The court struck it down."},
    {"a decimal after a thousand", "The loss was 12,400.5 Rand a head."},
    {"marks of notes in a range", "Rates fell.[3]-[5]|Firms invested.[6],[7]|Wages rose."},
    {"a premise that is numbered", "P1. The poor pay more.|That is unjust."},
    {"a heading in Markdown that is numbered", "## 2. What the bank can do"},
    {"a state's name before a capital", "The plant in Fresno, Calif., leaked.|It closed in Dec. 2010."},
    {"a court case", "In Reed v. Dale the court upheld the fee.|Others followed."},
    {"a rank, initials and a suffix", "Gen. J. R. Park Jr. resigned.|Nobody wept."},
    {"a company at the end and in the middle", "The suit named Vale Corp. and Hart Bros. Inc.|The firms settled."},
    {"two abbreviations that end a sentence", "It sells tea, salt, etc. in the U.S.|It pays no tax."},
    {"a question inside a sentence in brackets", "The levy (is it a tax?) failed.|The poor (who else?) paid."},
    {"a quotation that ends in three dots", "\"We hoped ...\" she began.|Then she stopped."},
    {"single quotes inside double ones", "\"She called it 'theft.'\"|The court did not."},
    {"nested brackets at the end", "Tolls fell (see Table 2 [p. 9]).|Traffic grew."},
    {"items run into a sentence", "It should: (a) cut fees; (b) build homes; and (c) report.|Then it may rest."},
    {"page and volume numbers", "See vol. 12, no. 3, pp. 4-9 of the report.|It is long."},
    {"a name with a particle after an initial", "The study by H. van Dyk was ignored.|It was right."},
    {"a time, a zone and a date", "Polls close at 8 p.m. EST on Nov. 3.|Results follow."},
    {"a web address at the end", "The data are at www.example.org.|They are free."},
    {"a question in capitals", "WHO PAYS?|THE POOR DO."},
    {"an amount with a unit", "The wall is 9 ft. high and 2 m. wide.|It leaks."},
    {"a dotted acronym before a verb in small letters", "The U.N. was silent.|The E.U. acted."},
    {"an exclamation in quotes that goes on", "\"Enough!\" cried the mayor.|\"Go home!\""},
    {"a colon before a quotation", "He said: \"The dam will hold.\"|It broke."},
    {"a dollar amount that opens a sentence", "The fund is empty.|$40 million went to one firm."},
    {"a percentage that ends one and a year that opens the next", "Rates rose by 2.5%.|2019 was worse."},
    {"a lettered mark of a note", "Rates fell.[a]|Firms invested."},
    {"a mark of a note in round brackets", "Rates fell.(1)|Firms invested (2)."},
    {"a currency before a figure", "The fee is Rs. 500 a month.|It is too high."},
    {"a source in brackets after the last full stop", "The shelf stays shut.|It gathers dust. (Moss 22)"},
    {"a remark in brackets after the last full stop", "The shelf stays shut.|(It was built in 1920.)"},
    {"a time before a noun", "Trains stop at 11:30 p.m.|Workers walk home."},
    {"a time before a day", "The hearing begins at 9 a.m. Monday.|It is open."},
    {"an acronym before a pronoun", "He works for the F.B.I.|She works for the C.I.A. in Rome."},
    {"the pronoun I at the end", "They were as poor as I.|We moved."},
    {"three questions in a row", "Who pays?|When?|Why now?"},
    {"a statute", "Under 42 U.S.C. \xC2\xA7 1983 a citizen may sue.|Few do."},
    {"paragraphs of a law", "See para. 12, cl. 3 and reg. 7(b).|They conflict."},
    {"four full stops", "He hesitated....|Then he signed."},
    {"a possessive after an abbreviation", "Vale Inc.'s mine leaked.|Dale Co.'s did not."},
    {"a plural of an abbreviation", "The Ph.D.s left.|The M.A.s stayed."},
    {"a temperature", "It hit 41.5 \xC2\xB0" "C.|Crops failed."},
    {"years of a life in brackets", "The reformer (b. 1820, d. 1891) was jailed.|He wrote."},
    {"titles before a no-break space", "Dr.\xC2\xA0Lind met Mr.\xC2\xA0Keane.|They agreed."},
    {"an ideographic full stop", "\xE7\xA8\x8E\xE3\x80\x82|\xE7\xA8\x8E\xE3\x80\x82"},
};

static void split(str marked, buf *got) {
    buf plain = {0};
    for (size_t i = 0; i < marked.len; i++)
        if (marked.data[i] == '|') {
            bool ideograph = (unsigned char)marked.data[i + 1] >= 0xE3;
            buf_text(&plain, ideograph ? "" : " ");
        } else
            buf_char(&plain, marked.data[i]);
    hence_error err = {0};
    if (!lexicon)
        lexicon = hence_lexicon_open(NULL, &err);
    hence_document *d = hence_document_new(plain.data, plain.len, "case", &err);
    ck_assert_msg(lexicon && d, "%s", err.text);
    arena mem = {0};
    text t;
    ck_assert_int_eq(text_read(&mem, d, lexicon, false, &t, &err), 0);
    for (size_t i = 0; i < t.sentences.count; i++) {
        if (i)
            buf_char(got, '|');
        buf_add(got, document_str(d, t.sentences.items[i].span));
    }
    arena_free(&mem);
    hence_document_free(d);
    buf_free(&plain);
}

START_TEST(sentences_end_at_the_bars) {
    buf got = {0};
    split(str_of(hard[_i].marked), &got);
    ck_assert_msg(str_equal(buf_str(&got), str_of(hard[_i].marked)), "%s: got \"%s\", want \"%s\"", hard[_i].why,
                  got.data, hard[_i].marked);
    buf_free(&got);
}
END_TEST

SUITE("sentence", LOOP(sentences_end_at_the_bars, hard))
