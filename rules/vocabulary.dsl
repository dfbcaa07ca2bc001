# The sentences rules in .dslr files are made of, and what each of them means. Left of = stands the sentence, right of it
# the condition or outcome in the words of facts.md. In curly brackets stands what an author fills in: {x!text} becomes a
# text in quotes, {x!texts} a list of them (DE, AT or CH), {x!word} a word inside a pattern, {x!number} a number.
# A sentence that begins with a hyphen says more about the lead above it.

[when]A lead=LeadFacts( )
[when]Every lead=LeadFacts( )

# topic
[when]- whose topic is {x}=subject == {x!text}
[when]- whose topic is not {x}=subject != {x!text}
[when]- whose topic is one of {x}=subject in ({x!texts})
[when]- whose topic is none of {x}=subject not in ({x!texts})
[when]- whose topic starts with {x}=subject matches "(?isU){x!word}.*"
[when]- whose topic ends with {x}=subject matches "(?isU).*{x!word}"
[when]- whose topic has the word {x}=subject matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose topic does not have the word {x}=subject not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose topic is known=subject != null
[when]- whose topic is not known=subject == null

# first name
[when]- whose first name is {x}=firstName == {x!text}
[when]- whose first name is not {x}=firstName != {x!text}
[when]- whose first name is one of {x}=firstName in ({x!texts})
[when]- whose first name is none of {x}=firstName not in ({x!texts})
[when]- whose first name starts with {x}=firstName matches "(?isU){x!word}.*"
[when]- whose first name ends with {x}=firstName matches "(?isU).*{x!word}"
[when]- whose first name has the word {x}=firstName matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose first name does not have the word {x}=firstName not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose first name is known=firstName != null
[when]- whose first name is not known=firstName == null

# last name
[when]- whose last name is {x}=lastName == {x!text}
[when]- whose last name is not {x}=lastName != {x!text}
[when]- whose last name is one of {x}=lastName in ({x!texts})
[when]- whose last name is none of {x}=lastName not in ({x!texts})
[when]- whose last name starts with {x}=lastName matches "(?isU){x!word}.*"
[when]- whose last name ends with {x}=lastName matches "(?isU).*{x!word}"
[when]- whose last name has the word {x}=lastName matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose last name does not have the word {x}=lastName not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose last name is known=lastName != null
[when]- whose last name is not known=lastName == null

# job title
[when]- whose job title is {x}=jobTitle == {x!text}
[when]- whose job title is not {x}=jobTitle != {x!text}
[when]- whose job title is one of {x}=jobTitle in ({x!texts})
[when]- whose job title is none of {x}=jobTitle not in ({x!texts})
[when]- whose job title starts with {x}=jobTitle matches "(?isU){x!word}.*"
[when]- whose job title ends with {x}=jobTitle matches "(?isU).*{x!word}"
[when]- whose job title has the word {x}=jobTitle matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose job title does not have the word {x}=jobTitle not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose job title is known=jobTitle != null
[when]- whose job title is not known=jobTitle == null

# company name
[when]- whose company name is {x}=companyName == {x!text}
[when]- whose company name is not {x}=companyName != {x!text}
[when]- whose company name is one of {x}=companyName in ({x!texts})
[when]- whose company name is none of {x}=companyName not in ({x!texts})
[when]- whose company name starts with {x}=companyName matches "(?isU){x!word}.*"
[when]- whose company name ends with {x}=companyName matches "(?isU).*{x!word}"
[when]- whose company name has the word {x}=companyName matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose company name does not have the word {x}=companyName not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose company name is known=companyName != null
[when]- whose company name is not known=companyName == null

# e-mail address
[when]- whose e-mail address is {x}=emailAddress == {x!text}
[when]- whose e-mail address is not {x}=emailAddress != {x!text}
[when]- whose e-mail address is one of {x}=emailAddress in ({x!texts})
[when]- whose e-mail address is none of {x}=emailAddress not in ({x!texts})
[when]- whose e-mail address starts with {x}=emailAddress matches "(?isU){x!word}.*"
[when]- whose e-mail address ends with {x}=emailAddress matches "(?isU).*{x!word}"
[when]- whose e-mail address has the word {x}=emailAddress matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose e-mail address does not have the word {x}=emailAddress not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose e-mail address is known=emailAddress != null
[when]- whose e-mail address is not known=emailAddress == null

# e-mail domain
[when]- whose e-mail domain is {x}=emailDomain == {x!text}
[when]- whose e-mail domain is not {x}=emailDomain != {x!text}
[when]- whose e-mail domain is one of {x}=emailDomain in ({x!texts})
[when]- whose e-mail domain is none of {x}=emailDomain not in ({x!texts})
[when]- whose e-mail domain starts with {x}=emailDomain matches "(?isU){x!word}.*"
[when]- whose e-mail domain ends with {x}=emailDomain matches "(?isU).*{x!word}"
[when]- whose e-mail domain has the word {x}=emailDomain matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose e-mail domain does not have the word {x}=emailDomain not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose e-mail domain is known=emailDomain != null
[when]- whose e-mail domain is not known=emailDomain == null

# phone number
[when]- whose phone number is {x}=phone == {x!text}
[when]- whose phone number is not {x}=phone != {x!text}
[when]- whose phone number is one of {x}=phone in ({x!texts})
[when]- whose phone number is none of {x}=phone not in ({x!texts})
[when]- whose phone number starts with {x}=phone matches "(?isU){x!word}.*"
[when]- whose phone number ends with {x}=phone matches "(?isU).*{x!word}"
[when]- whose phone number has the word {x}=phone matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose phone number does not have the word {x}=phone not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose phone number is known=phone != null
[when]- whose phone number is not known=phone == null

# country
[when]- whose country is {x}=country == {x!text}
[when]- whose country is not {x}=country != {x!text}
[when]- whose country is one of {x}=country in ({x!texts})
[when]- whose country is none of {x}=country not in ({x!texts})
[when]- whose country starts with {x}=country matches "(?isU){x!word}.*"
[when]- whose country ends with {x}=country matches "(?isU).*{x!word}"
[when]- whose country has the word {x}=country matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose country does not have the word {x}=country not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose country is known=country != null
[when]- whose country is not known=country == null

# state
[when]- whose state is {x}=state == {x!text}
[when]- whose state is not {x}=state != {x!text}
[when]- whose state is one of {x}=state in ({x!texts})
[when]- whose state is none of {x}=state not in ({x!texts})
[when]- whose state starts with {x}=state matches "(?isU){x!word}.*"
[when]- whose state ends with {x}=state matches "(?isU).*{x!word}"
[when]- whose state has the word {x}=state matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose state does not have the word {x}=state not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose state is known=state != null
[when]- whose state is not known=state == null

# city
[when]- whose city is {x}=city == {x!text}
[when]- whose city is not {x}=city != {x!text}
[when]- whose city is one of {x}=city in ({x!texts})
[when]- whose city is none of {x}=city not in ({x!texts})
[when]- whose city starts with {x}=city matches "(?isU){x!word}.*"
[when]- whose city ends with {x}=city matches "(?isU).*{x!word}"
[when]- whose city has the word {x}=city matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose city does not have the word {x}=city not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose city is known=city != null
[when]- whose city is not known=city == null

# postal code
[when]- whose postal code is {x}=postalCode == {x!text}
[when]- whose postal code is not {x}=postalCode != {x!text}
[when]- whose postal code is one of {x}=postalCode in ({x!texts})
[when]- whose postal code is none of {x}=postalCode not in ({x!texts})
[when]- whose postal code starts with {x}=postalCode matches "(?isU){x!word}.*"
[when]- whose postal code ends with {x}=postalCode matches "(?isU).*{x!word}"
[when]- whose postal code has the word {x}=postalCode matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose postal code does not have the word {x}=postalCode not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose postal code is known=postalCode != null
[when]- whose postal code is not known=postalCode == null

# industry
[when]- whose industry is {x}=industry == {x!text}
[when]- whose industry is not {x}=industry != {x!text}
[when]- whose industry is one of {x}=industry in ({x!texts})
[when]- whose industry is none of {x}=industry not in ({x!texts})
[when]- whose industry starts with {x}=industry matches "(?isU){x!word}.*"
[when]- whose industry ends with {x}=industry matches "(?isU).*{x!word}"
[when]- whose industry has the word {x}=industry matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose industry does not have the word {x}=industry not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose industry is known=industry != null
[when]- whose industry is not known=industry == null

# source
[when]- whose source is {x}=source == {x!text}
[when]- whose source is not {x}=source != {x!text}
[when]- whose source is one of {x}=source in ({x!texts})
[when]- whose source is none of {x}=source not in ({x!texts})
[when]- whose source starts with {x}=source matches "(?isU){x!word}.*"
[when]- whose source ends with {x}=source matches "(?isU).*{x!word}"
[when]- whose source has the word {x}=source matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose source does not have the word {x}=source not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose source is known=source != null
[when]- whose source is not known=source == null

# rating
[when]- whose rating is {x}=rating == {x!text}
[when]- whose rating is not {x}=rating != {x!text}
[when]- whose rating is one of {x}=rating in ({x!texts})
[when]- whose rating is none of {x}=rating not in ({x!texts})
[when]- whose rating starts with {x}=rating matches "(?isU){x!word}.*"
[when]- whose rating ends with {x}=rating matches "(?isU).*{x!word}"
[when]- whose rating has the word {x}=rating matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose rating does not have the word {x}=rating not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose rating is known=rating != null
[when]- whose rating is not known=rating == null

# campaign
[when]- whose campaign is {x}=campaign == {x!text}
[when]- whose campaign is not {x}=campaign != {x!text}
[when]- whose campaign is one of {x}=campaign in ({x!texts})
[when]- whose campaign is none of {x}=campaign not in ({x!texts})
[when]- whose campaign starts with {x}=campaign matches "(?isU){x!word}.*"
[when]- whose campaign ends with {x}=campaign matches "(?isU).*{x!word}"
[when]- whose campaign has the word {x}=campaign matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose campaign does not have the word {x}=campaign not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose campaign is known=campaign != null
[when]- whose campaign is not known=campaign == null

# budget status
[when]- whose budget status is {x}=budgetStatus == {x!text}
[when]- whose budget status is not {x}=budgetStatus != {x!text}
[when]- whose budget status is one of {x}=budgetStatus in ({x!texts})
[when]- whose budget status is none of {x}=budgetStatus not in ({x!texts})
[when]- whose budget status starts with {x}=budgetStatus matches "(?isU){x!word}.*"
[when]- whose budget status ends with {x}=budgetStatus matches "(?isU).*{x!word}"
[when]- whose budget status has the word {x}=budgetStatus matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose budget status does not have the word {x}=budgetStatus not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose budget status is known=budgetStatus != null
[when]- whose budget status is not known=budgetStatus == null

# timeframe
[when]- whose timeframe is {x}=timeframe == {x!text}
[when]- whose timeframe is not {x}=timeframe != {x!text}
[when]- whose timeframe is one of {x}=timeframe in ({x!texts})
[when]- whose timeframe is none of {x}=timeframe not in ({x!texts})
[when]- whose timeframe starts with {x}=timeframe matches "(?isU){x!word}.*"
[when]- whose timeframe ends with {x}=timeframe matches "(?isU).*{x!word}"
[when]- whose timeframe has the word {x}=timeframe matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose timeframe does not have the word {x}=timeframe not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose timeframe is known=timeframe != null
[when]- whose timeframe is not known=timeframe == null

# need
[when]- whose need is {x}=need == {x!text}
[when]- whose need is not {x}=need != {x!text}
[when]- whose need is one of {x}=need in ({x!texts})
[when]- whose need is none of {x}=need not in ({x!texts})
[when]- whose need starts with {x}=need matches "(?isU){x!word}.*"
[when]- whose need ends with {x}=need matches "(?isU).*{x!word}"
[when]- whose need has the word {x}=need matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose need does not have the word {x}=need not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose need is known=need != null
[when]- whose need is not known=need == null

# language
[when]- whose language is {x}=language == {x!text}
[when]- whose language is not {x}=language != {x!text}
[when]- whose language is one of {x}=language in ({x!texts})
[when]- whose language is none of {x}=language not in ({x!texts})
[when]- whose language starts with {x}=language matches "(?isU){x!word}.*"
[when]- whose language ends with {x}=language matches "(?isU).*{x!word}"
[when]- whose language has the word {x}=language matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose language does not have the word {x}=language not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose language is known=language != null
[when]- whose language is not known=language == null

# partner
[when]- whose partner is {x}=partner == {x!text}
[when]- whose partner is not {x}=partner != {x!text}
[when]- whose partner is one of {x}=partner in ({x!texts})
[when]- whose partner is none of {x}=partner not in ({x!texts})
[when]- whose partner starts with {x}=partner matches "(?isU){x!word}.*"
[when]- whose partner ends with {x}=partner matches "(?isU).*{x!word}"
[when]- whose partner has the word {x}=partner matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose partner does not have the word {x}=partner not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose partner is known=partner != null
[when]- whose partner is not known=partner == null

# description
[when]- whose description is {x}=description == {x!text}
[when]- whose description is not {x}=description != {x!text}
[when]- whose description is one of {x}=description in ({x!texts})
[when]- whose description is none of {x}=description not in ({x!texts})
[when]- whose description starts with {x}=description matches "(?isU){x!word}.*"
[when]- whose description ends with {x}=description matches "(?isU).*{x!word}"
[when]- whose description has the word {x}=description matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose description does not have the word {x}=description not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose description is known=description != null
[when]- whose description is not known=description == null

# channel
[when]- whose channel is {x}=channel == {x!text}
[when]- whose channel is not {x}=channel != {x!text}
[when]- whose channel is one of {x}=channel in ({x!texts})
[when]- whose channel is none of {x}=channel not in ({x!texts})
[when]- whose channel starts with {x}=channel matches "(?isU){x!word}.*"
[when]- whose channel ends with {x}=channel matches "(?isU).*{x!word}"
[when]- whose channel has the word {x}=channel matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose channel does not have the word {x}=channel not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose channel is known=channel != null
[when]- whose channel is not known=channel == null

# grade
[when]- whose grade is {x}=grade == {x!text}
[when]- whose grade is not {x}=grade != {x!text}
[when]- whose grade is one of {x}=grade in ({x!texts})
[when]- whose grade is none of {x}=grade not in ({x!texts})
[when]- whose grade starts with {x}=grade matches "(?isU){x!word}.*"
[when]- whose grade ends with {x}=grade matches "(?isU).*{x!word}"
[when]- whose grade has the word {x}=grade matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose grade does not have the word {x}=grade not matches "(?isU).*\\b{x!word}\\b.*"
[when]- whose grade is known=grade != null
[when]- whose grade is not known=grade == null

# number of employees
[when]- whose number of employees is at least {x}=employees >= {x!number}
[when]- whose number of employees is more than {x}=employees > {x!number}
[when]- whose number of employees is at most {x}=employees <= {x!number}
[when]- whose number of employees is below {x}=employees < {x!number}
[when]- whose number of employees is from {x} to below {y}=employees >= {x!number} && employees < {y!number}
[when]- whose number of employees is known=employees != null
[when]- whose number of employees is not known=employees == null

# annual revenue
[when]- whose annual revenue is at least {x}=revenue >= {x!number}
[when]- whose annual revenue is more than {x}=revenue > {x!number}
[when]- whose annual revenue is at most {x}=revenue <= {x!number}
[when]- whose annual revenue is below {x}=revenue < {x!number}
[when]- whose annual revenue is from {x} to below {y}=revenue >= {x!number} && revenue < {y!number}
[when]- whose annual revenue is known=revenue != null
[when]- whose annual revenue is not known=revenue == null

# budget
[when]- whose budget is at least {x}=budget >= {x!number}
[when]- whose budget is more than {x}=budget > {x!number}
[when]- whose budget is at most {x}=budget <= {x!number}
[when]- whose budget is below {x}=budget < {x!number}
[when]- whose budget is from {x} to below {y}=budget >= {x!number} && budget < {y!number}
[when]- whose budget is known=budget != null
[when]- whose budget is not known=budget == null

# score
[when]- whose score is at least {x}=score >= {x!number}
[when]- whose score is more than {x}=score > {x!number}
[when]- whose score is at most {x}=score <= {x!number}
[when]- whose score is below {x}=score < {x!number}
[when]- whose score is from {x} to below {y}=score >= {x!number} && score < {y!number}
[when]- whose score is known=score != null
[when]- whose score is not known=score == null

# shorter ways to speak about employees
[when]- with at least {x} employees=employees >= {x!number}
[when]- with more than {x} employees=employees > {x!number}
[when]- with at most {x} employees=employees <= {x!number}
[when]- with fewer than {x} employees=employees < {x!number}

# yes and no
[when]- that comes from a decision maker=decisionMaker == true
[when]- that does not come from a decision maker=decisionMaker == false
[when]- of which nobody knows whether a decision maker sent it=decisionMaker == null
[when]- with an e-mail address at a free mail provider=freeMail == true
[when]- with a business e-mail address=freeMail == false
[when]- of a customer=customer == true
[when]- of nobody who is a customer=customer == false
[when]- of which nobody knows whether it is a customer=customer == null

# days
[when]- decided on or after {day}=today >= "{day}"
[when]- decided before {day}=today < "{day}"

# outcomes of screening
[then]The lead is closed as {x}=insert( new Blocker({x!text}) );

# outcomes of scoring
[then]The lead is worth {x} points=insert( new Points({x!number}) );
[then]The lead loses {x} points=insert( new Points(-{x!number}) );

# outcomes of routing/company
[then]The unit {x} takes it, priority {n}=insert( Receiver.unit({x!text}, {n!number}) );
[then]The partner {x} takes it, priority {n}=insert( Receiver.partner({x!text}, {n!number}) );

# outcomes of routing/units and routing/partners
[then]The person {x} takes it, priority {n}=insert( Target.person({x!text}, {n!number}) );
[then]The queue {x} takes it, priority {n}=insert( Target.queue({x!text}, {n!number}) );
[then]The next of team {x} takes it, priority {n}=insert( Target.team({x!text}, {n!number}) );
[then]The owner of the customer or the next of team {x} takes it, priority {n}=insert( Target.owner({x!text}, {n!number}) );
